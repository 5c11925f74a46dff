import * as Y from 'yjs'
import { DeskError } from '../../shared/result'
import { storyDismissals, storyLog, storyMeta, storyThreads } from '../../shared/story/story-doc'
import { isWhole } from '../../shared/story/whole-update'

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

const notUnderstood = (detail: string): DeskError => new DeskError('bad-update', 'This change could not be understood, so it was not stored.', { detail })
