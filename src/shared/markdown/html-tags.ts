import { canonicalLanguage } from '../document/nodes/marks'
import type { DocumentMark } from '../story/revision'

/** The marks that elements of HTML in a line stand for. A map, since an element may have the name of anything that every object has. */
const tags: ReadonlyMap<string, string> = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['s', 'strike'],
  ['del', 'strike'],
  ['strike', 'strike'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['sub', 'subscript'],
  ['sup', 'superscript'],
  ['mark', 'highlight'],
  ['span', 'language'],
])

/** An element of HTML that was opened in a line, by the type of its mark; a `span` may mean nothing. */
export interface OpenTag {
  readonly type: string
  readonly mark: DocumentMark | null
}

/** The elements that are open after one more tag, which may be the end of one. */
export function afterTag(opened: readonly OpenTag[], tag: string): readonly OpenTag[] {
  const type = tags.get(tagName(tag))
  if (type === undefined) return opened
  return tag.startsWith('</') ? withoutLast(opened, type) : [...opened, { type, mark: markOfTag(type, tag) }]
}

/** The name of a tag, in small letters; empty when it is none. */
export function tagName(tag: string): string {
  return (/^<\/?([a-z0-9]+)/i.exec(tag)?.[1] ?? '').toLowerCase()
}

function markOfTag(type: string, tag: string): DocumentMark | null {
  if (type !== 'language') return { type }
  const [, double, single, bare] = /\slang\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag) ?? []
  const lang = canonicalLanguage(double ?? single ?? bare ?? null)
  return lang === null ? null : { type, attrs: { lang } }
}

function withoutLast(opened: readonly OpenTag[], type: string): readonly OpenTag[] {
  const last = opened.findLastIndex((tag) => tag.type === type)
  return last === -1 ? opened : opened.toSpliced(last, 1)
}
