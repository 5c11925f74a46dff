import type { Node } from '@tiptap/pm/model'
import { readTag, readTags, type Tag } from './tag'

/** Who suggests at this moment. */
export interface Author {
  readonly by: string
  /** The suggestion that a change as a whole is. */
  readonly tag: Tag
  /** Sorts of formatting that the author had suggested for all of these words, and now takes back. */
  readonly takesBack?: ReadonlySet<string>
}

/** An author's own insertion that a node is; it is theirs to change. */
export function ownInsertion({ by }: Author, node: Node): Tag | null {
  const mark = node.isText ? node.marks.find(({ type, attrs }) => type.name === 'inserted' && attrs['by'] === by)?.attrs : node.attrs['inserted']
  if (mark === null || mark === undefined) return null
  const tag = readTag(mark)
  return tag.by === by ? tag : null
}

/** An author's own deletion that a node has. */
export function ownDeletion({ by }: Author, node: Node): Tag | null {
  const said = node.isText ? node.marks.filter(({ type }) => type.name === 'deleted').map(({ attrs }) => readTag(attrs)) : readTags(node.attrs['deleted'])
  return said.find((tag) => tag.by === by) ?? null
}
