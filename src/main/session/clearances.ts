import type { Action, StoryStatus } from '../../shared/ipc'
import { partNamed } from '../../shared/clearance/standing'
import { partsOf } from '../../shared/clearance/parts'
import { DeskError } from '../../shared/result'
import type { StoryId } from '../../shared/story/ids'
import { describeAsset } from '../store/assets'
import { actOn } from './act'
import type { DeskSession } from './desk-session'

/**
 * Clears a part of a story in the name of the acting member. What is signed is what the story says here and now, whatever the window believes.
 * @throws DeskError when the words are no longer those, the evidence is no file of the desk, or the member may not. Nothing is then changed.
 */
export function clearPart(session: DeskSession, id: StoryId, action: Extract<Action, { type: 'clear' }>): StoryStatus {
  const { body, fields } = session.derived(id).current
  const language = typeof fields['language'] === 'string' ? fields['language'].trim() : ''
  const part = partNamed(partsOf(body, language), action.part.kind, action.part.hash)
  if (part === null) throw new DeskError('story-changed', 'What you were about to clear was changed meanwhile. Look at it again first.')
  const { text, file } = action.evidence
  const known = file && describeAsset(session.desk.db, file.hash)
  if (file !== undefined && known === undefined) throw new DeskError('no-asset', 'The file that shows the clearance is not in the library of this desk. Add it again, or leave it out.')
  return actOn(session, id, { ...action, part, evidence: { text, ...(known && { file: { hash: known.hash, name: known.name } }) } })
}
