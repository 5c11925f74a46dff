import { describe, expect, test } from 'vitest'
import { offersFor, whyNotPublish } from '../../../src/renderer/views/workflow/allowed-now'
import type { StoryStatus } from '../../../src/shared/ipc'
import { Instant, MemberId, RevisionId, StoryId } from '../../../src/shared/story/ids'
import { KindId } from '../../../src/shared/story/ids'
import { allowedActions } from '../../../src/shared/workflow/allowed-actions'
import { displayState } from '../../../src/shared/workflow/display-state'
import type { Member, Role } from '../../../src/shared/workflow/member'
import { defaultPolicy } from '../../../src/shared/workflow/policy'
import type { WorkflowState } from '../../../src/shared/workflow/state'
import { initialState } from '../../../src/shared/workflow/transition'

const at = Instant.parse('2026-03-02T09:30:00.000Z')
const member = (digit: string, name: string, ...roles: Role[]): Member => ({ id: MemberId.parse(digit.repeat(32)), name, roles, publicKey: '', addedAt: at })
const writer = member('1', 'Wanda', 'writer')
const reviewer = member('2', 'Ravi', 'reviewer')
const publisher = member('3', 'Pia', 'publisher')
const first = RevisionId.parse('a'.repeat(64))
const second = RevisionId.parse('b'.repeat(64))
const story = StoryId.parse('0b2cf0ce-56b1-4e2c-9a53-5a5b6f3b1c11')

/** What a member is told of a story in this state, by the same rules as in the app. */
function statusFor(by: Member, workflow: Partial<WorkflowState>, currentRevision = first): StoryStatus {
  const state: WorkflowState = { ...initialState, ...workflow }
  const row = { id: story, kind: KindId.parse('announcement'), headline: '', summary: '', state: state.state, changedSinceApproval: false, author: '', language: 'en', wordCount: 0, due: null, updatedAt: at, createdAt: at, translations: [] }
  const actions = allowedActions(state, by, { policy: defaultPolicy, members: [writer, reviewer, publisher] }, { currentRevision })
  return { id: story, row, workflow: state, ...displayState(state, currentRevision), currentRevision, revisions: [], seen: null, history: [], findings: [], blocked: false, policy: defaultPolicy, review: null, waivable: [], actions, deliveries: [] }
}

const submitted = { revision: first, by: writer.id, at, note: '', reviewers: [], due: null }
const inReview = { state: 'inReview', submitted } as const

describe('What is offered first above a story', () => {
  test('is to submit, while it is written', () => {
    expect(offersFor(statusFor(writer, {}), writer)).toEqual({ primary: 'submit', beside: null })
    expect(offersFor(statusFor(writer, { state: 'changesRequested', submitted }), writer)).toEqual({ primary: 'submit', beside: null })
  })

  test('is to decide, for a reviewer of a story in review', () => {
    expect(offersFor(statusFor(reviewer, inReview), reviewer)).toEqual({ primary: 'approve', beside: 'requestChanges' })
  })

  test('is only to withdraw, for whoever submitted it', () => {
    expect(offersFor(statusFor(writer, inReview), writer)).toEqual({ primary: null, beside: 'withdraw' })
  })

  test('is to submit anew, for whoever edited it after the submission', () => {
    expect(offersFor(statusFor(writer, inReview, second), writer)).toEqual({ primary: 'submit', beside: 'withdraw' })
  })

  test('is to publish, for a publisher of an approved story', () => {
    expect(offersFor(statusFor(publisher, { state: 'approved', approvedRevision: first }), publisher)).toEqual({ primary: 'publish', beside: null })
    expect(offersFor(statusFor(writer, { state: 'approved', approvedRevision: first }), writer)).toEqual({ primary: null, beside: null })
  })

  test('is to submit when an approved story was edited, with what was approved still to be published', () => {
    expect(offersFor(statusFor(publisher, { state: 'approved', approvedRevision: first }, second), publisher)).toEqual({ primary: 'submit', beside: 'publish' })
  })
})

describe('Publishing', () => {
  test('is refused in words before anything was approved, and to who is no publisher', () => {
    expect(whyNotPublish(statusFor(publisher, inReview), publisher)).toBe('Nothing of this story has been approved yet.')
    expect(whyNotPublish(statusFor(writer, { state: 'approved', approvedRevision: first }), writer)).toBe('Only a publisher can do this, and Wanda is not.')
    expect(whyNotPublish(statusFor(publisher, { state: 'archived', approvedRevision: first }), publisher)).toContain('archive')
    expect(whyNotPublish(statusFor(publisher, { state: 'approved', approvedRevision: first }), publisher)).toBe('')
  })
})
