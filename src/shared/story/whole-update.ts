import * as Y from 'yjs'

/**
 * Whether all that an update writes and deletes is in a document to which it was applied. What waits, a deletion above all, would take
 * effect later, when it meets what it names: a decision, say, that is about to be written.
 */
export function isWhole({ store }: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  const isHere = (client: number, end: number): boolean => end <= Y.getState(store, client)
  return structs.every(({ id, length }) => isHere(id.client, id.clock + length)) && [...ds.clients].every(([client, ranges]) => ranges.every(({ clock, len }) => isHere(client, clock + len)))
}
