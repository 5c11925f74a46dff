import * as Y from 'yjs'
import { DeskError } from '../../shared/result'
import { storyDismissals, storyLog, storyMeta, storyThreads } from '../../shared/story/story-doc'

/**
 * Applies an update of the window to a story in memory. The window writes fields and body; the log of decisions, the
 * conversations and what the story is are written by the main process alone, as the member who acts. So a page that was
 * taken over can neither remove a decision nor speak for somebody else.
 * @throws DeskError `bad-update` for what is no Yjs update or leaves a gap, `not-yours` for one that touches more than it may.
 * The document is then no longer what is stored, and must be read again.
 */
export function applyWindowUpdate(doc: Y.Doc, update: Uint8Array): void {
  const ownParts: ReadonlySet<unknown> = new Set([storyLog(doc), storyThreads(doc), storyMeta(doc), storyDismissals(doc)])
  let touched = false
  const look = ({ changedParentTypes }: Y.Transaction): void => {
    touched ||= [...changedParentTypes.keys()].some((type) => ownParts.has(type))
  }
  doc.on('afterTransaction', look)
  try {
    Y.applyUpdate(doc, update, 'window')
  } catch (error) {
    throw notUnderstood(error instanceof Error ? error.message : String(error))
  } finally {
    doc.off('afterTransaction', look)
  }
  if (touched) throw new DeskError('not-yours', 'The window tried to change decisions or comments directly. Nothing was stored.')
  if (!isWhole(doc, update)) throw notUnderstood('the update depends on one that is missing')
}

/**
 * Whether all that an update writes and deletes is in the document now. What waits, a deletion above all, would take effect
 * later, when it meets what it names: a decision, say, that the main process is about to write.
 */
function isWhole({ store }: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  const isHere = (client: number, end: number): boolean => end <= Y.getState(store, client)
  return structs.every(({ id, length }) => isHere(id.client, id.clock + length)) && [...ds.clients].every(([client, ranges]) => ranges.every(({ clock, len }) => isHere(client, clock + len)))
}

const notUnderstood = (detail: string): DeskError => new DeskError('bad-update', 'This change could not be understood, so it was not stored.', { detail })
