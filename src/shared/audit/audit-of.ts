import { fingerprint } from '../identity/fingerprint'
import { listed } from '../listed'
import { canonicalBytes } from '../story/canonical'
import type { AssetHash, KindId, RevisionId } from '../story/ids'
import { eventId, SignedEvent } from '../workflow/event'
import type { Member } from '../workflow/member'
import type { LogEntry } from '../workflow/order'
import { reduce, type ReduceInput, type Step } from '../workflow/reduce'
import type { WorkflowState } from '../workflow/state'
import type { AuditApproval, AuditEntry, AuditMember, AuditReport, SignatureState } from './audit-report'
import { describeEvent, short } from './describe-event'
import { effectOf, stateWords } from './effect'
import { toldEvent } from './history-of'
import { ruleOf, rulesInWords } from './rule-of'
import { unseenBy } from './unseen'
import { someoneUnknown, type Wording } from './wording'

export interface AuditInput {
  readonly desk: string
  readonly headline: string
  readonly kind: KindId
  /** The log, with all that it is judged by. */
  readonly log: ReduceInput
  readonly wording: Wording
  /** Whether the desk has a file. */
  readonly hasFile: (hash: AssetHash) => boolean
  /** The revisions that decisions are about and that the desk has, each with whether its content hashes to its id. */
  readonly revisions: AuditReport['revisions']
  /** See `journeys`. */
  readonly journeys: readonly string[]
}

/**
 * The account of a story: every entry of its log with what it did or why it did nothing, and each approval with the rule that it
 * satisfied. It says nothing that the log, the revisions and the members' keys don't prove; nothing is left out.
 */
export function auditOf(input: AuditInput): AuditReport {
  const { log, wording } = input
  const steps: Step[] = []
  const state = reduce({ ...log, watch: (step) => steps.push(step) })
  const entries = new Map<string, LogEntry>(steps.map(({ entry }) => [entry.id, entry]))
  const unseen = unseenBy(steps)
  const placed = steps.map((step) => entryOf(step.entry, 'right', step.why === null, effectOf(step), (unseen.get(step.entry.id) ?? []).map((id) => sentence(entries.get(id), wording)), input))
  return {
    desk: input.desk,
    story: log.story,
    headline: input.headline,
    state: state.state,
    standing: standing(state),
    entries: [...placed, ...outside(input, state, entries)],
    approvals: (state.approved ?? []).map((sanction) => approvalOf(sanction, state, input, entries)),
    members: log.members.map((member) => memberOf(member, wording)),
    revisions: input.revisions,
    journeys: [...input.journeys],
    rules: rulesInWords(log.book?.current(input.kind).policy ?? log.policy, log.members),
  }
}

function entryOf(entry: LogEntry, signature: SignatureState, counted: boolean, effect: string, unseen: string[], { wording, hasFile }: Pick<AuditInput, 'wording' | 'hasFile'>): AuditEntry {
  const told = toldEvent(entry, wording)
  const file = entry.event.type === 'clear' ? entry.event.evidence.file : undefined
  return { ...told, text: inFull(entry, wording), signature, counted, effect, unseen, ...(file && { file: { ...file, here: hasFile(file.hash) } }) }
}

/** What was done, with all that a record says of it. */
function inFull({ event }: LogEntry, wording: Wording): string {
  const { text, detail } = describeEvent(event, wording)
  return `${text}${detail}`
}

function sentence(entry: LogEntry | undefined, wording: Wording): string {
  if (entry === undefined) return ''
  const { event } = entry
  return `${wording.member(event.by)} ${inFull(entry, wording)} (${wording.moment(event.at)}).`
}

/** What the log holds beside what could be judged: what is not signed as it should be, and what has lost its causes. */
function outside({ log: { events, members, verify }, ...input }: AuditInput, state: WorkflowState, placed: ReadonlyMap<string, LogEntry>): AuditEntry[] {
  const known = new Map<string, Member>(members.map((member) => [member.id, member]))
  const found = new Map<string, AuditEntry>()
  for (const raw of events) {
    const parsed = SignedEvent.safeParse(raw)
    if (!parsed.success) {
      found.set('unreadable', { id: '', type: 'unknown', at: '', by: '', byName: someoneUnknown, text: 'left an entry that can’t be read', note: '', revision: null, signature: 'unreadable', counted: false, effect: 'It counts for nothing: it is not a workflow event.', unseen: [] })
      continue
    }
    const { event, signature } = parsed.data
    const entry: LogEntry = { id: eventId(event), event, signature }
    const author = known.get(event.by)
    const signed: SignatureState = author === undefined ? 'stranger' : verify(author.publicKey, canonicalBytes(event), signature) ? 'right' : 'wrong'
    // An event that counts may stand beside a forged copy of itself.
    if (placed.has(entry.id) && signed === 'right') continue
    const reason = state.rejected.filter(({ id }) => id === entry.id).map((rejected) => rejected.reason)[0] ?? 'it was not signed by its author'
    found.set(`${entry.id} ${signature}`, entryOf(entry, signed, false, `It counts for nothing: ${reason}.`, [], input))
  }
  return [...found.values()]
}

function approvalOf(sanction: NonNullable<WorkflowState['approved']>[number], state: WorkflowState, { log, revisions, wording }: AuditInput, entries: ReadonlyMap<string, LogEntry>): AuditApproval {
  const { revision, takenBack } = sanction
  return {
    revision,
    hash: revisions.find(({ id }) => id === revision)?.hash ?? 'missing',
    by: sanction.approvals.map(({ event }) => sentence(entries.get(event), wording)),
    rule: ruleOf(sanction, log, { entryOf: (event) => entries.get(event) }),
    takenBack,
    current: !takenBack && isCurrent(revision, state),
  }
}

const isCurrent = (revision: RevisionId, { approvedRevision }: WorkflowState): boolean => revision === approvedRevision

function memberOf({ id, name, roles, publicKey, addedAt, revoked, earlier: changes = [] }: Member, wording: Wording): AuditMember {
  const earlier = changes.map(({ from, to, at, by, keeps }) => `Was ${listed(from)} until ${wording.moment(at)}, when ${wording.member(by)} changed it to ${listed(to)}. What was signed by then (${keeps.length}) is judged by those roles.`)
  const how = revoked === undefined ? '' : `Revoked on ${wording.moment(revoked.at)} by ${wording.member(revoked.by)}: ${revoked.reason} What this key had signed by then still counts (${revoked.keeps.length}); nothing else by it does.`
  return { id, name, roles, publicKey, fingerprint: fingerprint(publicKey), addedAt, earlier, revoked: how }
}

function standing({ state, approvedRevision, published }: WorkflowState): string {
  const approved = approvedRevision === null ? 'No version of it is approved.' : `Version ${short(approvedRevision)} is approved, and nothing else may leave the desk.`
  const live = published.length === 0 ? '' : ` It is published in ${published.length === 1 ? 'one place' : `${published.length} places`}.`
  return `The story is ${stateWords[state]}. ${approved}${live}`
}
