import { createIdentity, signEvent, verifySignature, type Identity } from '../../../src/main/desk/identity'
import { canonicalBytes, sha256Hex } from '../../../src/shared/story/canonical'
import { Instant, RevisionId, StoryId, TargetId } from '../../../src/shared/story/ids'
import { decide } from '../../../src/shared/workflow/decide'
import { eventId, type SignedEvent, type WorkflowEvent } from '../../../src/shared/workflow/event'
import type { Member, Role } from '../../../src/shared/workflow/member'
import type { Policy } from '../../../src/shared/workflow/policy'
import { reduce } from '../../../src/shared/workflow/reduce'
import type { WorkflowState } from '../../../src/shared/workflow/state'
import type { Rules as WorkflowRules } from '../../../src/shared/workflow/standing'
import type { VerifySignature } from '../../../src/shared/workflow/verify-event'
import type { Action } from '../../../src/shared/ipc'

export const story = StoryId.parse('0b8ee0a5-2f0f-4c0c-8d3f-6f4e4a1f0a01')
export const otherStory = StoryId.parse('0b8ee0a5-2f0f-4c0c-8d3f-6f4e4a1f0a02')
export const site = TargetId.parse('5a1f3f3e-8a43-4c1c-9f62-0d9a6a6b7c01')
export const archiveSite = TargetId.parse('5a1f3f3e-8a43-4c1c-9f62-0d9a6a6b7c02')

/** The revisions that the story has, and one that it never had. */
export const [first, second, third, unknown] = ['first', 'second', 'third', 'unknown'].map((text) => RevisionId.parse(sha256Hex(canonicalBytes(text)))) as [RevisionId, RevisionId, RevisionId, RevisionId]
export const revisionExists = (id: RevisionId): boolean => id !== unknown

/** A moment of one day, in minutes after nine. */
export const at = (minutes: number): Instant => Instant.parse(new Date(Date.UTC(2026, 2, 2, 9, 0) + minutes * 60_000).toISOString())

const founded = Instant.parse('2026-01-05T08:00:00.000Z')
function person(name: string, roles: readonly Role[], addedAt: Instant = founded): Identity {
  const identity = createIdentity(name, roles)
  return { ...identity, member: { ...identity.member, addedAt } }
}

export const amina = person('Amina Okafor', ['writer'])
export const bruno = person('Bruno Salgado', ['reviewer'])
export const chiara = person('Chiara Venti', ['writer', 'reviewer'])
export const dilek = person('Dilek Aydın', ['publisher'])
export const edda = person('Edda Lund', ['admin'])
/** Has a key, but is no member. */
export const stranger = person('Somebody Else', ['admin'])
export const everyone = [amina, bruno, chiara, dilek, edda]

/** How events are signed and checked. */
export interface Signatures {
  readonly sign: (event: WorkflowEvent, by: Identity) => SignedEvent
  readonly verify: VerifySignature
}
export const ed25519: Signatures = { sign: (event, { privateKey }) => signEvent(event, privateKey), verify: verifySignature }

/** Signatures that anybody could make, for tests that need thousands; they bind key and content as real ones do. */
export const seals: Signatures = {
  sign: (event, { member }) => ({ event, signature: sealOf(member.publicKey, canonicalBytes(event)) }),
  verify: (key, bytes, signature) => signature === sealOf(key, bytes),
}
const sealOf = (key: string, bytes: Uint8Array): string => `${key} ${sha256Hex(bytes)}`

export const onePair: Policy = { approvals: 1, authorMayApprove: 'alone', blocking: [] }
export const twoPairs: Policy = { approvals: 2, authorMayApprove: 'never', blocking: [] }

export interface Rules extends Partial<Pick<WorkflowRules, 'book' | 'kindOf' | 'changeBetween'>> {
  readonly policy?: Policy
  readonly members?: readonly Member[]
  readonly signatures?: Signatures
}

export function stateOf(events: readonly unknown[], { policy = onePair, members = everyone.map(({ member }) => member), signatures = ed25519, ...rules }: Rules = {}): WorkflowState {
  return reduce({ ...rules, story, events, policy, members, revisionExists, verify: signatures.verify })
}

/** A copy of a story's log on somebody's computer. */
export class Copy {
  readonly events: SignedEvent[]
  readonly #rules: Rules

  constructor(rules: Rules = {}, events: readonly SignedEvent[] = []) {
    this.#rules = rules
    this.events = [...events]
  }

  /** Another computer's copy, as it is now. */
  copy(rules: Rules = {}): Copy {
    return new Copy({ ...this.#rules, ...rules }, this.events)
  }

  get state(): WorkflowState {
    return stateOf(this.events, this.#rules)
  }

  /** What a member does by the app: decided, signed, logged. @throws Error with the reason when it is refused. */
  act(by: Identity, action: Action, minutes: number, current: RevisionId = first): this {
    const { policy = onePair, members = everyone.map(({ member }) => member), signatures: _, ...rules } = this.#rules
    const decided = decide(this.state, action, { ...rules, story, by: by.member, at: at(minutes), policy, members, currentRevision: current })
    if (!decided.ok) throw new Error(decided.error.message)
    return this.add(decided.value, by)
  }

  submit(by: Identity, revision: RevisionId, minutes: number): this {
    return this.act(by, { type: 'submit', note: '', reviewers: [], due: null }, minutes, revision)
  }

  approve(by: Identity, revision: RevisionId, minutes: number): this {
    return this.act(by, { type: 'approve', revision, note: '' }, minutes)
  }

  requestChanges(by: Identity, revision: RevisionId, minutes: number, reason = 'The date is wrong.'): this {
    return this.act(by, { type: 'requestChanges', revision, reason }, minutes)
  }

  publish(by: Identity, revision: RevisionId, minutes: number, target = site): this {
    return this.add({ ...this.head(by, minutes), type: 'publish', revision, target, remoteId: '17', url: 'https://harbour.example/news/17' }, by)
  }

  unpublish(by: Identity, minutes: number, target = site): this {
    return this.add({ ...this.head(by, minutes), type: 'unpublish', target }, by)
  }

  /** What any event starts with that was made on this copy. */
  head(by: Identity, minutes: number) {
    return { format: 'copydesk.event/1' as const, story, by: by.member.id, at: at(minutes), after: this.state.heads }
  }

  /** Puts an event into the log whatever it is, signed by somebody. */
  add(event: WorkflowEvent, signer: Identity): this {
    this.events.push((this.#rules.signatures ?? ed25519).sign(event, signer))
    return this
  }

  /** Brings in what another copy has. */
  merge(other: Copy): this {
    const known = new Set(this.events.map(({ event }) => eventId(event)))
    this.events.push(...other.events.filter(({ event }) => !known.has(eventId(event))))
    return this
  }

  /** The reason why the last event counts for nothing, or null when it counts. */
  get verdict(): string | null {
    const last = this.events.at(-1)
    if (last === undefined) throw new Error('Nothing was logged')
    const id = eventId(last.event)
    return this.state.rejected.find((entry) => entry.id === id)?.reason ?? (this.state.order.includes(id) ? null : 'it is nowhere')
  }
}

/** Both copies with all that both have; they must agree. */
export function merged(a: Copy, b: Copy): Copy {
  return a.copy().merge(b)
}
