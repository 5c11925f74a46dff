import * as Y from 'yjs'
import type { Letter } from '../../shared/history/authorship'
import { DeskError } from '../../shared/result'
import { storyAuthors, storyDismissals, storyLog, storyMeta, storySuggestedFields, storyThreads, storyVersionNames } from '../../shared/story/story-doc'
import { isWhole } from '../../shared/story/whole-update'
import { suggestedFieldsFault } from '../../shared/suggestions/fields/suggested-fields-fault'

/**
 * Applies an update of the window to a story in memory. The window writes fields, body, and what is suggested for them; the log of decisions, the
 * conversations and what the story is are written by the main process alone, as the member who acts. So a page that was
 * taken over can neither remove a decision nor speak for somebody else.
 * @throws DeskError `bad-update` for what is no Yjs update, leaves a gap, or suggests what no field can hold, `not-yours` for one that touches more than it may.
 * The document is then no longer what is stored, and must be read again.
 * @param hear Hears of the change before Yjs forgets what was deleted.
 * @returns The first letter that each client wrote with it.
 */
export function applyWindowUpdate(doc: Y.Doc, update: Uint8Array, hear: (transaction: Y.Transaction) => void = () => {}): Letter[] {
  const ownParts: ReadonlySet<unknown> = new Set([storyLog(doc), storyThreads(doc), storyMeta(doc), storyDismissals(doc), storyAuthors(doc), storyVersionNames(doc)])
  const suggested: unknown = storySuggestedFields(doc)
  let touched = false
  let suggests = false
  const written: Letter[] = []
  const look = (transaction: Y.Transaction): void => {
    const { changedParentTypes, beforeState, afterState } = transaction
    hear(transaction)
    touched ||= [...changedParentTypes.keys()].some((type) => ownParts.has(type))
    suggests ||= [...changedParentTypes.keys()].some((type) => type === suggested)
    for (const [client, end] of afterState) {
      const clock = beforeState.get(client) ?? 0
      if (end > clock) written.push({ client, clock })
    }
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
  const fault = suggests ? suggestedFieldsFault(doc) : null
  if (fault !== null) throw notUnderstood(fault)
  return written
}

const notUnderstood = (detail: string): DeskError => new DeskError('bad-update', 'This change could not be understood, so it was not stored.', { detail })
