import { expect, test } from 'vitest'
import { historyOf } from '../../../src/shared/audit/history-of'
import { wordingOf } from '../../../src/shared/audit/wording'
import { EventId, Instant, MemberId, RevisionId, StoryId, TargetId } from '../../../src/shared/story/ids'
import { eventId, WorkflowEvent } from '../../../src/shared/workflow/event'
import type { LogEntry } from '../../../src/shared/workflow/order'
import type { Member } from '../../../src/shared/workflow/member'

const story = StoryId.parse('0b2cf0ce-56b1-4e2c-9a53-5a5b6f3b1c11')
const revision = RevisionId.parse('a'.repeat(64))
const target = TargetId.parse('7f0d1a52-0b93-4a5e-8f27-3f3dd1a3c9d0')
const at = Instant.parse('2026-03-02T09:30:00.000Z')
const amina: Member = { id: MemberId.parse('1'.repeat(32)), name: 'Amina Okafor', roles: ['admin'], publicKey: '', addedAt: at }
const head = { format: 'copydesk.event/1' as const, story, by: amina.id, at, after: [] }

const counted = (...events: WorkflowEvent[]): LogEntry[] => events.map((event) => ({ id: eventId(event), event, signature: '' }))

function told(...events: WorkflowEvent[]): string[] {
  const targets = [{ id: target, settings: { type: 'rest' as const, name: 'Newsroom', address: 'https://news.example.org/' }, hasSecret: true }]
  return historyOf(counted(...events), [], wordingOf([amina], targets)).map(({ byName, text }) => `${byName} ${text}`)
}

test('the newest event is told first, each as a sentence that begins with who did it', () => {
  const submit: WorkflowEvent = { ...head, type: 'submit', revision, note: '', reviewers: [], due: '2026-03-06' }
  const approve: WorkflowEvent = { ...head, type: 'approve', revision, note: '' }
  const publish: WorkflowEvent = { ...head, type: 'publish', revision, target, remoteId: '7', url: 'https://news.example.org/7' }
  expect(told(submit, approve, publish)).toEqual(['Amina Okafor published it to Newsroom', 'Amina Okafor approved this version', 'Amina Okafor asked for review by 6 March 2026'])
})

test('the reason for changes and the note of a submission are told beside it', () => {
  const event: WorkflowEvent = { ...head, type: 'requestChanges', revision, reason: 'Name the harbour.' }
  const [entry] = historyOf(counted(event), [], wordingOf([amina], []))
  expect(entry).toMatchObject({ text: 'asked for changes', note: 'Name the harbour.', revision, accepted: true })
})

test('an event that counts for nothing stands first and says why, without taking its author for granted', () => {
  const rejected = [{ id: EventId.parse('b'.repeat(64)), reason: 'the signature is not that of Amina Okafor', type: 'approve', by: amina.id, at }]
  const [entry] = historyOf([], rejected, wordingOf([amina], []))
  expect(entry).toMatchObject({ accepted: false, text: 'An approval in the name of Amina Okafor does not count: the signature is not that of Amina Okafor.' })
})

test('an event that can’t be read is still told', () => {
  const rejected = [{ id: 'unreadable', reason: 'it is not a workflow event', type: null, by: null, at: null }]
  expect(historyOf([], rejected, wordingOf([], []))[0]?.text).toBe('An entry of the log does not count: it is not a workflow event.')
})

test('every type of event has a name for when it counts for nothing', () => {
  const types = WorkflowEvent.options.map((option) => option.shape.type.value)
  const refused = types.map((type) => ({ id: EventId.parse('b'.repeat(64)), reason: 'it came too late', type, by: amina.id, at }))
  const texts = historyOf([], refused, wordingOf([amina], [])).map(({ text }) => text)
  expect(texts.filter((text) => text.startsWith('An entry of the log'))).toEqual([])
  expect(new Set(texts).size).toBe(types.length)
})

test('what was cleared is quoted without the comma of the sentence around it; a part without words is only named', () => {
  const clear = (kind: 'quotation' | 'picture', excerpt: string, clearedBy?: string): WorkflowEvent => ({ ...head, type: 'clear', part: { kind, hash: 'c'.repeat(64), excerpt }, ...(clearedBy !== undefined && { clearedBy }), evidence: { text: 'E-mail of 3 May' } })
  const said = (kind: 'quotation' | 'picture', excerpt: string): string => told(clear(kind, excerpt)).join()
  expect(said('quotation', 'We sail in the morning,')).toBe('Amina Okafor cleared the quotation ‘We sail in the morning’')
  expect(told(clear('quotation', 'We sail in the morning,', 'Mayor Ingrid Solheim'))).toEqual(['Amina Okafor cleared the quotation ‘We sail in the morning’, as cleared by Mayor Ingrid Solheim'])
  expect(said('quotation', 'نبحر في الصباح،')).toBe('Amina Okafor cleared the quotation ‘\u2068نبحر في الصباح\u2069’')
  expect(said('quotation', 'Bread, fish, and salt.')).toContain('‘Bread, fish, and salt.’')
  expect(said('quotation', 'Ask the mayor…')).toContain('‘Ask the mayor…’')
  expect(said('picture', '')).toBe('Amina Okafor cleared the picture')
})
