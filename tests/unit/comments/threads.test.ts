import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { answerThread, moveThread, rewriteComment, settleThread, startThread, takeBackComment } from '../../../src/shared/comments/write-threads'
import type { MemberId } from '../../../src/shared/story/ids'
import { storyThreads } from '../../../src/shared/story/story-doc'
import { readThreads, threadsIn } from '../../../src/shared/story/thread'
import { amina, bruno } from '../workflow/people'

// Hundreds of made-up cases each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 })

const uuid = (number: number): string => `2f1c8a7e-64a1-4a6e-8f4e-${String(number).padStart(12, '0')}`
const moment = (minute: number): string => new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString()
const remark = (number: number, by: MemberId, minute: number, text: string) => ({ id: uuid(number), by, at: moment(minute), text, mentions: [] })
const [writer, reviewer] = [amina.member.id, bruno.member.id]
const thread = uuid(900)

function story(): Y.Doc {
  const doc = new Y.Doc()
  startThread(doc, thread, { quote: 'nine port cities' }, remark(1, writer, 0, 'Who counted them?'))
  return doc
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function merge(one: Y.Doc, other: Y.Doc): void {
  const [fromOne, fromOther] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)]
  Y.applyUpdate(one, fromOther)
  Y.applyUpdate(other, fromOne)
}

const onlyThread = (doc: Y.Doc) => {
  const [first] = readThreads(doc)
  if (first === undefined) throw new Error('There is no thread')
  return first
}

test('a comment is written anew by its author, and by nobody else', () => {
  const doc = story()
  rewriteComment(doc, thread, remark(1, writer, 5, 'Who counted the cities?'))
  expect(onlyThread(doc).comments).toMatchObject([{ text: 'Who counted the cities?', at: moment(0), edited: moment(5), removed: false }])
  expect(() => rewriteComment(doc, thread, remark(1, reviewer, 6, 'Me'))).toThrow('Only who wrote a comment')
  expect(() => takeBackComment(doc, thread, remark(1, reviewer, 6, ''))).toThrow('Only who wrote a comment')
  expect(() => rewriteComment(doc, thread, remark(7, writer, 6, 'x'))).toThrow('not part of the story any more')
})

test('a comment that is taken back is gone, its words too; where somebody answered, its place is kept', () => {
  const doc = story()
  answerThread(doc, thread, remark(2, reviewer, 1, 'The survey did.'))
  takeBackComment(doc, thread, remark(1, writer, 2, ''))
  expect(onlyThread(doc).comments).toMatchObject([{ text: '', removed: true, by: writer }, { text: 'The survey did.' }])
  expect(JSON.stringify(storyThreads(doc).toJSON())).not.toContain('Who counted')
  takeBackComment(doc, thread, remark(2, reviewer, 3, ''))
  expect(readThreads(doc)).toEqual([])
  // Who takes that back has the thread again.
  rewriteComment(doc, thread, remark(2, reviewer, 4, 'The survey did, I think.'))
  expect(onlyThread(doc).comments.map(({ text }) => text)).toEqual(['', 'The survey did, I think.'])
})

test('an answer that whoever resolved a thread could not know opens it again', () => {
  const one = story()
  const other = copyOf(one)
  settleThread(one, thread, { resolved: true, by: writer, at: moment(10) })
  expect(onlyThread(one)).toMatchObject({ resolved: true, resolution: { by: writer, at: moment(10) } })
  answerThread(other, thread, remark(2, reviewer, 5, 'Nobody did.'))
  merge(one, other)
  for (const doc of [one, other]) expect(onlyThread(doc)).toMatchObject({ resolved: false, resolution: null })
  settleThread(one, thread, { resolved: true, by: reviewer, at: moment(20) })
  merge(one, other)
  expect(onlyThread(other)).toMatchObject({ resolved: true, resolution: { by: reviewer } })
})

describe('two people who are offline', () => {
  const act = fc.record({ what: fc.constantFrom('answer', 'rewrite', 'takeBack', 'settle', 'reopen', 'move'), which: fc.nat(5), minute: fc.nat(40) })
  type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

  function perform(doc: Y.Doc, me: MemberId, { what, which, minute }: Act, number: number): void {
    const current = readThreads(doc).find(({ id }) => id === thread)
    if (current === undefined) return
    const mine = current.comments.filter(({ by }) => by === me)
    const one = mine[which % Math.max(1, mine.length)]
    const at = moment(minute)
    if (what === 'answer') answerThread(doc, thread, remark(number, me, minute, `Answer ${number}`))
    if (what === 'rewrite' && one) rewriteComment(doc, thread, { id: one.id, by: me, at, text: `Anew ${number}`, mentions: [] })
    if (what === 'takeBack' && one) takeBackComment(doc, thread, { id: one.id, by: me, at })
    if (what === 'settle' || what === 'reopen') settleThread(doc, thread, { resolved: what === 'settle', by: me, at })
    if (what === 'move') moveThread(doc, thread, { in: 'field', field: 'headline' })
  }

  test('come to the same conversation, whatever they did and in whichever order it is merged; no answer is lost', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 7 }), fc.array(act, { maxLength: 7 }), fc.boolean(), (here, there, sameMember) => {
        const one = story()
        answerThread(one, thread, remark(2, reviewer, 1, 'The survey did.'))
        const other = copyOf(one)
        here.forEach((each, index) => perform(one, writer, each, 100 + index))
        // One person may sit at two computers.
        there.forEach((each, index) => perform(other, sameMember ? writer : reviewer, each, 200 + index))
        const said = (doc: Y.Doc) => new Set(readThreads(doc).flatMap(({ comments }) => comments.filter(({ removed }) => !removed).map(({ id }) => id)))
        const [saidHere, saidThere] = [said(one), said(other)]
        merge(one, other)
        expect(readThreads(one)).toEqual(readThreads(other))
        // What was new on either side is in the merged thread, unless its author took it back.
        for (const id of [...saidHere, ...saidThere]) if (Number(id.slice(-12)) >= 100) expect([...said(one)]).toContain(id)
        expect(readThreads(copyOf(one))).toEqual(readThreads(one))
      }),
      { numRuns: 200 },
    )
  })
})

test('threads of earlier versions are read: they have their words and nothing else', () => {
  const doc = new Y.Doc()
  const comments = new Y.Array<unknown>()
  comments.push([{ id: uuid(1), by: writer, at: moment(0), text: 'Who counted them?' }])
  const old = new Y.Map<unknown>(Object.entries({ by: writer, at: moment(0), quote: 'nine port cities', resolved: true, comments }))
  storyThreads(doc).set(thread, old)
  expect(readThreads(doc)).toEqual([{ id: thread, by: writer, at: moment(0), quote: 'nine port cities', about: { in: 'words' }, resolved: true, resolution: null, comments: [{ id: uuid(1), by: writer, at: moment(0), text: 'Who counted them?', mentions: [], edited: null, removed: false }] }])
})

test('whatever somebody wrote into the document as conversations, what is read is well-formed', () => {
  const junk = fc.oneof(fc.constantFrom(uuid(1), writer, moment(0), 'x'.repeat(20_000), '', true, null, 7), fc.jsonValue().map((value) => value as unknown))
  const part = fc.constantFrom('by', 'at', 'quote', 'resolved', 'comments', 'about', 'resolution')
  fc.assert(
    fc.property(fc.array(fc.tuple(part, junk), { maxLength: 6 }), fc.array(junk, { maxLength: 4 }), fc.boolean(), (parts, items, whole) => {
      const doc = whole ? story() : new Y.Doc()
      const map = new Y.Map<unknown>(Object.entries({ by: writer, at: moment(0), quote: '', resolved: false }))
      const list = new Y.Array<unknown>()
      map.set('comments', list)
      list.push([{ id: uuid(3), by: writer, at: moment(1), text: '@ Fine', mentions: [{ member: writer, from: 0, to: 90 }, 'no mention'] }, ...items])
      for (const [name, value] of parts) if (name !== 'comments' || typeof value === 'string') map.set(name, value)
      storyThreads(doc).set(whole ? uuid(901) : thread, map)
      const read = readThreads(doc)
      expect(read.every(({ comments }) => comments.length > 0 && comments.every(({ text, mentions }) => text.length <= 10_000 && mentions.length === 0))).toBe(true)
      if (whole) expect(read.map(({ id }) => id)).toContain(thread)
    }),
    { numRuns: 200 },
  )
})

test('what was read is read anew only after something changed', () => {
  const doc = story()
  const before = threadsIn(doc)
  expect(threadsIn(doc)).toBe(before)
  answerThread(doc, thread, remark(2, reviewer, 1, 'The survey did.'))
  expect(threadsIn(doc)).not.toBe(before)
  expect(threadsIn(doc)[0]?.comments).toHaveLength(2)
})
