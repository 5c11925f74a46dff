import { DeskError } from '../../shared/result'
import { mayEverBeWaived } from '../../shared/checks/waivable'
import { canonicalBytes, canonicalText } from '../../shared/story/canonical'
import { Instant, type KindId, type MemberId } from '../../shared/story/ids'
import { whyNotPolicy } from '../../shared/workflow/check-policies'
import type { Policy } from '../../shared/workflow/policy'
import { PolicyVersion } from '../../shared/workflow/policy-version'
import { putPolicy } from '../store/policies'
import type { Desk } from './desk'
import type { Keyring } from './keyring'

export interface RulesRequest {
  /** Null for the rules of the desk. */
  readonly kind: KindId | null
  /** Null when a kind is to go by the rules of the desk again. */
  readonly policy: Policy | null
  /** The admin who does it. */
  readonly by: MemberId
}

/**
 * Gives the desk, or one of its kinds, other rules of sign-off, signed by an admin. They hold for what is submitted from now on: what
 * was submitted before stays under the rules that it names. Nothing is kept where nothing would change.
 * @throws DeskError in words when the member may not, or the desk can't have these rules. Nothing is then changed.
 */
export function changeRules(desk: Desk, keyring: Keyring, { kind, policy, by }: RulesRequest): void {
  const author = desk.members.find(({ id }) => id === by)
  if (author?.roles.includes('admin') !== true) throw new DeskError('not-admin', 'Only an admin can change the rules of sign-off.')
  if (kind === null && policy === null) throw new DeskError('no-policy', 'A desk has rules of sign-off: only a kind can go without its own.')
  if (kind !== null && policy !== null && !desk.kinds.some(({ id }) => id === kind)) throw new DeskError('no-kind', 'This desk has no such kind of story.', { place: kind })
  const why = policy && whyNotPolicy(policy, desk.members, mayEverBeWaived)
  if (why !== null) throw new DeskError('policy', why)
  if (isSame(desk, kind, policy)) return
  const version = PolicyVersion.parse({ format: 'copydesk.policy/1', kind, policy, by, since: momentAfter(desk) })
  putPolicy(desk.db, { version, signature: keyring.signBytes(by, canonicalBytes(version)) })
}

function isSame({ book }: Desk, kind: KindId | null, policy: Policy | null): boolean {
  const now = kind === null ? book.current(null).policy : book.own(kind)
  return canonicalText(now) === canonicalText(policy)
}

/** Now, and after every other version, also when the clock was set back: the last to be made is the one that holds. */
function momentAfter({ book }: Desk): Instant {
  const last = Math.max(0, ...book.versions.map(({ since }) => Date.parse(since)))
  return Instant.parse(new Date(Math.max(Date.now(), last + 1)).toISOString())
}
