import { DeskError } from '../../shared/result'
import type { Kind } from '../../shared/story/kind'
import { checkKinds } from '../../shared/story/kind-rules'
import { kindUsage } from '../store/field-tallies'
import { writeSetting } from '../store/settings'
import type { DeskSession } from './desk-session'

/**
 * Replaces the desk's kinds. No story is touched: what a removed field held stays, and so does every revision's name.
 * @throws DeskError `not-admin`, or `bad-kinds` with what is wrong. Nothing is then changed.
 */
export function updateKinds(session: DeskSession, kinds: readonly Kind[]): void {
  if (!session.member().roles.includes('admin')) throw new DeskError('not-admin', 'Only an admin can change the kinds of stories.')
  const { desk } = session
  // What was typed a moment ago counts, too.
  session.index.flush()
  const checked = checkKinds(desk.kinds, kinds, kindUsage(desk.db))
  if (!checked.ok) throw new DeskError(checked.error.code, checked.error.message, checked.error)
  writeSetting(desk.db, 'kinds', [...kinds])
  session.reload()
}
