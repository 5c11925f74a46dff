import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import '../../property-seed'
import { KindId } from '../../../src/shared/story/ids'
import type { DocumentNode, Revision } from '../../../src/shared/story/revision'
import type { Policy } from '../../../src/shared/workflow/policy'
import { changeBetween, whyNotSmall } from '../../../src/shared/workflow/small-change'
import { amina, bruno, chiara, Copy, dilek, edda, first, merged, second, story, third } from './people'

const text = (words: string, ...marks: string[]): DocumentNode => ({ type: 'text', text: words, ...(marks.length > 0 && { marks: marks.map((type) => (type === 'link' ? { type, attrs: { href: 'https://harbour.example' } } : { type })) }) })
const paragraph = (...content: (string | DocumentNode)[]): DocumentNode => ({ type: 'paragraph', content: content.map((part) => (typeof part === 'string' ? text(part) : part)) })
const revision = (...content: DocumentNode[]): Revision => ({ format: 'copydesk.revision/1', story, kind: KindId.parse('statement'), fields: { headline: 'Ports agree' }, body: { type: 'doc', content }, assets: [] })
const between = (before: readonly DocumentNode[], after: readonly DocumentNode[]) => changeBetween(revision(...before), revision(...after))

describe('How much a version differs from another', () => {
  test('is counted in words, each where it stands', () => {
    expect(between([paragraph('the ports have agreed to act')], [paragraph('the ports agreed to act now')])).toEqual({ words: 1, touches: null })
    expect(between([paragraph('a plan for housing'), paragraph('it begins soon')], [paragraph('the plan for housing'), paragraph('it starts soon')])).toEqual({ words: 2, touches: null })
  })

  test('is nothing in words when only their look, the kind of block or the space between them is another', () => {
    expect(between([paragraph('the plan ', text('begins', 'bold'), ' soon')], [{ type: 'heading', attrs: { level: 2 }, content: [text('the  plan begins '), text('soon', 'italic')] }])).toEqual({ words: 0, touches: null })
  })

  test.each([
    ['a number', paragraph('in 12 cities'), paragraph('in 13 cities')],
    ['a name or another word with a capital', paragraph('the mayor of Lagos said'), paragraph('the mayor of Accra said')],
    ['a quotation', paragraph('she said “we will act” today'), paragraph('she said “we may act” today')],
    ['a quotation', paragraph('she said that today'), paragraph('she said “that” today')],
    ['a quotation', paragraph('elle dit « nous agissons » ici'), paragraph('elle dit « nous attendons » ici')],
    ['a quotation', { type: 'blockquote', content: [paragraph('we will act')] }, { type: 'blockquote', content: [paragraph('we may act')] }],
    ['a link', paragraph('read ', text('the report', 'link')), paragraph('read the report')],
    ['a link', paragraph('read ', text('the report', 'link')), paragraph('read ', text('a report', 'link'))],
    ['a footnote', paragraph('a claim'), paragraph('a claim', { type: 'footnote', content: [text('see there')] })],
    ['a block of the text', paragraph('a claim'), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('a claim')] }] }],
    ['a block of the text', { type: 'figure', attrs: { asset: 'a', alt: 'a ship' } }, { type: 'figure', attrs: { asset: 'a', alt: 'the ship' } }],
    ['a block of the text', { type: 'codeBlock', content: [text('a b')] }, { type: 'codeBlock', content: [text('a  b')] }],
    ['words of a script in which names can’t be told', paragraph('قالت البلدية'), paragraph('قال البلدية')],
  ])('is told by what it touches: %s', (touches, before, after) => {
    expect(between([before], [after]).touches).toBe(touches)
  })

  test('sees an apostrophe for what it is', () => {
    expect(between([paragraph('the city’s plan was good')], [paragraph('the city’s plan is good')])).toEqual({ words: 1, touches: null })
  })

  test('sees a field, a file, and a paragraph that came', () => {
    const plain = revision(paragraph('a claim'))
    expect(changeBetween(plain, { ...plain, fields: { headline: 'Ports agreed' } }).touches).toBe('the headline')
    expect(changeBetween(plain, { ...plain, fields: { ...plain.fields, place: 'Lagos' } }).touches).toBe('a field of the form')
    expect(between([paragraph('a claim')], [paragraph('a claim'), paragraph('and more')]).touches).toBe('a block of the text')
  })

  test('is never less than what is really different', () => {
    const word = fc.constantFrom('the', 'plan', 'of', 'ports', 'begins', 'soon')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.array(word, { maxLength: 30 }), (before, after) => {
        const { words, touches } = between([paragraph(before.join(' '))], [paragraph(after.join(' '))])
        expect(touches).toBeNull()
        expect(words).toBeGreaterThanOrEqual(Math.abs(before.length - after.length))
        expect(words).toBeLessThanOrEqual(Math.max(before.length, after.length))
        expect(words === 0).toBe(before.join(' ') === after.join(' '))
      }),
    )
  })
})

test('A change is small when it is plain wording of few words; why not is said in words', () => {
  expect(whyNotSmall({ words: 3, touches: null }, 10)).toBeNull()
  expect(whyNotSmall({ words: 11, touches: null }, 10)).toBe('More than 10 words were changed, so it needs a review.')
  expect(whyNotSmall({ words: 1, touches: null }, 0)).toBe('Words were changed, so it needs a review.')
  expect(whyNotSmall({ words: 1, touches: 'a number' }, 10)).toBe('The change touches a number, so it needs a review.')
  expect(whyNotSmall({ words: 1, touches: null }, null)).toMatch(/^The rules of sign-off don’t let changes be approved with one key/)
})

describe('Approving a small change again', () => {
  const policy: Policy = { approvals: 2, authorMayApprove: 'never', blocking: [] }
  const changes = new Map([[`${first}${second}`, { words: 2, touches: null }], [`${second}${third}`, { words: 1, touches: null }], [`${first}${third}`, { words: 1, touches: 'a number' }]])
  const rules = { policy, changeBetween: (previous: string, revision: string) => changes.get(`${previous}${revision}`) ?? null }
  const again = (revision = second, previous = first) => ({ type: 'reapprove' as const, revision, previous })
  const approved = () => new Copy(rules).submit(amina, first, 0).approve(bruno, first, 1).approve(chiara, first, 2)

  test('takes one member who may approve, and approves the new version', () => {
    const { state } = approved().act(edda, again(), 3, second)
    expect(state).toMatchObject({ state: 'approved', approvedRevision: second })
    expect(state.approved?.at(-1)).toMatchObject({ revision: second, previous: first, takenBack: false })
  })

  test('keeps a schedule, and makes a published story approved again', () => {
    const scheduled = approved().act(dilek, { type: 'schedule', publishAt: '2026-05-01T08:00:00.000Z' as never }, 3)
    expect(scheduled.act(edda, again(), 4, second).state).toMatchObject({ state: 'scheduled', scheduledFor: '2026-05-01T08:00:00.000Z' })
    expect(approved().publish(dilek, first, 3).act(edda, again(), 4, second).state).toMatchObject({ state: 'approved', published: [{ revision: first }] })
  })

  test('is not for whoever submitted it, for members who may not approve, or for what is not small', () => {
    expect(() => approved().act(amina, again(), 3, second)).toThrow('Only who may approve this kind of story can approve it again.')
    expect(() => approved().act(dilek, again(), 3, second)).toThrow('Only who may approve this kind of story can approve it again.')
    expect(() => approved().act(edda, again(third), 3, third)).toThrow('The change touches a number, so it needs a review.')
    const own = new Copy(rules).submit(chiara, first, 0).approve(bruno, first, 1).approve(edda, first, 2)
    expect(() => own.act(chiara, again(), 3, second)).toThrow('Whoever submitted a story can’t approve it again: a second pair of eyes is needed.')
    expect(() => own.act(bruno, again(second, third), 3, second)).toThrow('The approved version is another one.')
    const slipped = approved()
    slipped.add({ ...slipped.head(edda, 3), type: 'reapprove', revision: third, previous: first }, edda)
    expect(slipped.verdict).toBe('The change touches a number, so it needs a review')
  })

  test('falls with the approval that it rests on, step by step', () => {
    const start = new Copy({ ...rules, policy: { ...policy, approvals: 1 } }).submit(amina, first, 0)
    const smaller = start.copy().approve(bruno, first, 1).act(edda, again(), 2, second).act(edda, again(third, second), 3, third)
    expect(smaller.state.approvedRevision).toBe(third)
    // She had seen another request meanwhile, so her objection counts after what was approved again.
    const objecting = start.copy().act(amina, { type: 'reassign', note: '', reviewers: [chiara.member.id], due: null }, 3).requestChanges(chiara, first, 4)
    const both = merged(smaller, objecting)
    expect(both.state).toMatchObject({ state: 'changesRequested', approvedRevision: null })
    expect(both.state.approved?.map(({ takenBack }) => takenBack)).toEqual([true, true, true])
  })

  test('is overtaken by another approval of the same, and leaves a newer submission in review', () => {
    const [one, other] = [approved().act(edda, again(), 3, second), approved().act(bruno, again(), 4, second)]
    expect(merged(one, other).state.rejected).toMatchObject([{ reason: 'this version had been approved meanwhile' }])
    const newer = approved().submit(amina, third, 5)
    expect(merged(one, newer).state).toMatchObject({ state: 'inReview', submitted: { revision: third }, approvedRevision: second })
  })
})
