import type { Instant, KindId } from '../story/ids'
import type { Policy } from './policy'
import { rulesId, type PolicyVersion, type RulesId } from './policy-version'

/** Rules that were once in force for a kind of story. */
export interface KnownRules {
  /** Undefined for the rules that the desk began with: events leave them unnamed. */
  readonly id: RulesId | undefined
  readonly policy: Policy
  readonly since: Instant | null
  /** Which of the desk's versions it is, from 1 on; 0 for the rules that the desk began with. */
  readonly order: number
  /** The order of the version that took its place, and when that was; null while it is in force. */
  readonly replacedBy: number | null
  readonly replacedAt: Instant | null
}

/** Every version of the rules that a desk has had. */
export interface PolicyBook {
  /** The rules that the desk began with. */
  readonly founding: Policy
  /** Every later version, in no order. */
  readonly versions: readonly PolicyVersion[]
  /** What a submission of this kind is made under now. */
  current(kind: KindId | null): KnownRules
  /** The rules that a kind has of its own now; null when it goes by those of the desk. */
  own(kind: KindId): Policy | null
  /** The rules that an event about this kind names; undefined when the desk never had them, or never for this kind. */
  named(id: RulesId | undefined, kind: KindId | null): KnownRules | undefined
}

/** @param versions In any order; they count by the moment from which they hold. */
export function policyBook(founding: Policy, versions: readonly PolicyVersion[]): PolicyBook {
  const ordered = versions
    .map((version) => ({ version, id: rulesId(version) }))
    .sort((a, b) => (a.version.since === b.version.since ? (a.id < b.id ? -1 : 1) : a.version.since < b.version.since ? -1 : 1))
  const histories = new Map<KindId | null, readonly KnownRules[]>()
  const historyOf = (kind: KindId | null): readonly KnownRules[] => {
    const known = histories.get(kind) ?? inForce(founding, ordered, kind)
    histories.set(kind, known)
    return known
  }
  return {
    founding,
    versions,
    current: (kind) => historyOf(kind).at(-1) ?? start(founding),
    own: (kind) => ordered.findLast(({ version }) => version.kind === kind)?.version.policy ?? null,
    named: (id, kind) => historyOf(kind).find((rules) => rules.id === id),
  }
}

const start = (policy: Policy): KnownRules => ({ id: undefined, policy, since: null, order: 0, replacedBy: null, replacedAt: null })

/**
 * The rules that held for a kind, one after the other, each under the name of the version that brought it into force: what holds
 * for the desk only while the kind has none of its own. Rules that come back come back under another name, so that what was
 * submitted can't claim to have been submitted later.
 */
function inForce(founding: Policy, ordered: readonly { readonly version: PolicyVersion; readonly id: RulesId }[], kind: KindId | null): readonly KnownRules[] {
  const history = [start(founding)]
  let ofDesk = founding
  let own: Policy | null = null
  for (const [index, { version, id }] of ordered.entries()) {
    const had: Policy | null = own
    if (version.kind === null) ofDesk = version.policy ?? ofDesk
    else if (version.kind === kind) own = version.policy
    else continue
    if (had !== null ? version.kind === null : own === null && version.policy === null) continue
    const last = history.at(-1) ?? start(founding)
    const order = index + 1
    history[history.length - 1] = { ...last, replacedBy: order, replacedAt: version.since }
    history.push({ id, policy: own ?? ofDesk, since: version.since, order, replacedBy: null, replacedAt: null })
  }
  return history
}
