import type { DocumentNode } from '../story/revision'
import { slugFrom } from '../story/slug'
import { plainText } from '../story/text'

/**
 * The id of each heading of a body, in the order of the text: its words as an address; a second one with the same words gets
 * a number. Links to a heading lead to it, on a page as in Markdown.
 */
export function headingIds(body: DocumentNode): ReadonlyMap<DocumentNode, string> {
  const ids = new Map<DocumentNode, string>()
  const taken = new Set<string>()
  for (const heading of headingsIn(body)) {
    const id = freeHeadingId(heading, taken)
    taken.add(id)
    ids.set(heading, id)
  }
  return ids
}

/** The id that a heading gets when others of its page have theirs already. */
export function freeHeadingId(heading: DocumentNode, taken: ReadonlySet<string>, prefix = ''): string {
  const words = slugFrom(plainText({ ...heading, content: (heading.content ?? []).filter(({ type }) => type !== 'footnote') }), 60)
  let id = `${prefix}${words}`
  // Footnotes have ids of their own, which no heading may take.
  for (let count = 2; taken.has(id) || (id === `${prefix}${words}` && /^fn(?:ref)?-\d+$/.test(words)); count += 1) id = `${prefix}${words}-${count}`
  return id
}

function headingsIn(node: DocumentNode): DocumentNode[] {
  return node.type === 'heading' ? [node] : (node.content ?? []).flatMap(headingsIn)
}
