import { storyLinkAddress, storyLinkOf } from '@shared/document/story-link'
import type { StoryId } from '@shared/story/ids'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { headingsIn } from './headings'

/**
 * When the words of a heading change, so does its id: links to it in the same story follow, in the same step of the history.
 * What others change comes with their links already changed.
 */
export const followHeadings = (story: StoryId): Extension =>
  Extension.create({
    name: 'followHeadings',
    addProseMirrorPlugins: () => [
      new Plugin({
        appendTransaction(transactions, before, after) {
          const own = transactions.filter((tr) => tr.docChanged)
          if (own.length === 0 || own.some((tr) => tr.getMeta(ySyncPluginKey) !== undefined) || !own.some(touchesHeading)) return null
          const renamed = renamedHeadings(own, before, after)
          return renamed.size === 0 ? null : withLinksTo(renamed, after, story)
        },
      }),
    ],
  })

/** Whether what a change replaced, or what it put there, has a heading or is in one. */
function touchesHeading(tr: Transaction): boolean {
  return tr.mapping.maps.some((map, index) => {
    const [old, next] = [tr.docs[index], tr.docs[index + 1] ?? tr.doc]
    let touched = false
    map.forEach((oldStart, oldEnd, newStart, newEnd) => {
      touched ||= (old !== undefined && hasHeading(old, oldStart, oldEnd)) || hasHeading(next, newStart, newEnd)
    })
    return touched
  })
}

function hasHeading(doc: Node, from: number, to: number): boolean {
  let found = false
  doc.nodesBetween(Math.max(0, from), Math.min(to, doc.content.size), (node) => {
    found ||= node.type.name === 'heading'
    return !found && !node.isTextblock
  })
  return found || doc.resolve(Math.min(from, doc.content.size)).parent.type.name === 'heading'
}

/** The ids that headings had, with those that they have now. A heading that is gone has none. */
function renamedHeadings(transactions: readonly Transaction[], before: EditorState, after: EditorState): ReadonlyMap<string, string> {
  const mapping = new Mapping(transactions.flatMap((tr) => tr.mapping.maps))
  const now = new Map(headingsIn(after.doc).map(({ position, id }) => [position, id]))
  const renamed = new Map<string, string>()
  for (const { id, position } of headingsIn(before.doc)) {
    // A place inside of it: it is gone only if the place is.
    const { pos, deletedAcross } = mapping.mapResult(position + 1)
    const $place = after.doc.resolve(pos)
    const next = deletedAcross || $place.depth === 0 ? undefined : now.get($place.before())
    if (next !== undefined && next !== id) renamed.set(id, next)
  }
  return renamed
}

function withLinksTo(renamed: ReadonlyMap<string, string>, { doc, tr }: EditorState, story: StoryId): Transaction | null {
  doc.descendants((node, position) => {
    const link = node.isText ? node.marks.find(({ type }) => type.name === 'link') : undefined
    const href: unknown = link?.attrs['href']
    const next = typeof href === 'string' ? renamedAddress(href, renamed, story) : null
    if (link !== undefined && next !== null) tr.addMark(position, position + node.nodeSize, link.type.create({ ...link.attrs, href: next }))
  })
  return tr.docChanged ? tr : null
}

function renamedAddress(href: string, renamed: ReadonlyMap<string, string>, story: StoryId): string | null {
  if (href.startsWith('#')) {
    const next = renamed.get(href.slice(1))
    return next === undefined ? null : `#${next}`
  }
  const link = storyLinkOf(href)
  const next = link?.story === story && link.heading !== null ? renamed.get(link.heading) : undefined
  return next === undefined ? null : storyLinkAddress({ story, heading: next })
}
