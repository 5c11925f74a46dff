import type { Node } from '@tiptap/pm/model'
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { wordsOf } from '../blocks/heading-link'

/** A heading of the text with all that stands under it, down to the next one of its level or above. */
export interface Section {
  readonly title: string
  /** 2 to 4, as the text has it. */
  readonly level: number
  /** How deep it lies in the outline, from 1 on: a level that the text skips counts for nothing. */
  readonly depth: number
  readonly from: number
  readonly to: number
  /** The place of the section around it in the list; -1 at the top. */
  readonly parent: number
}

/** The headings of a text as an outline, in their order. Headings inside of quotes, cells and callouts are no part of it. */
export function sectionsOf(doc: Node): readonly Section[] {
  const starts: { readonly title: string; readonly level: number; readonly from: number }[] = []
  doc.forEach((node, offset) => {
    if (node.type.name === 'heading') starts.push({ title: wordsOf(node).trim(), level: Number(node.attrs['level']), from: offset })
  })
  const sections: Section[] = []
  for (const [index, { title, level, from }] of starts.entries()) {
    const end = starts.slice(index + 1).find((other) => other.level <= level)
    let parent = index - 1
    while (parent >= 0 && (starts[parent]?.level ?? 0) >= level) parent = sections[parent]?.parent ?? -1
    sections.push({ title, level, depth: (sections[parent]?.depth ?? 0) + 1, from, to: end?.from ?? doc.content.size, parent })
  }
  return sections
}

/** The section that a place is in, the innermost: its place in the list, or -1 before the first heading. */
export function sectionAt(sections: readonly Section[], position: number): number {
  return sections.findLastIndex(({ from }) => from <= position)
}

/** Lets a section change places with the one before or behind it under the same heading. Null when there is none. */
export function movedSection(state: EditorState, index: number, direction: -1 | 1): Transaction | null {
  const sections = sectionsOf(state.doc)
  const section = sections[index]
  if (section === undefined) return null
  const siblings = sections.filter(({ parent }) => parent === section.parent)
  const neighbour = siblings[siblings.indexOf(section) + direction]
  if (neighbour === undefined) return null
  const [upper, lower] = direction < 0 ? [neighbour, section] : [section, neighbour]
  const { tr, doc } = state
  // The cursor stays in its section: what moves is the other one.
  const moved = doc.slice(neighbour.from, neighbour.to).content
  if (direction < 0) tr.delete(upper.from, upper.to).insert(lower.to - (upper.to - upper.from), moved)
  else tr.delete(lower.from, lower.to).insert(upper.from, moved)
  const start = direction < 0 ? upper.from : upper.from + (lower.to - lower.from)
  return tr.setSelection(Selection.near(tr.doc.resolve(start + 1)))
}
