import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { bodyFault } from '../../../src/shared/packet/check-body'
import { mergeStory, type StoryCheck } from '../../../src/shared/packet/merge-story'
import { answerThread, startThread } from '../../../src/shared/comments/write-threads'
import { storyBody, storyFields, storyLog, storyMeta, storyText } from '../../../src/shared/story/story-doc'
import { readThreads } from '../../../src/shared/story/thread'
import { eventId } from '../../../src/shared/workflow/event'
import { amina, at, bruno, Copy, everyone, first, second, seals, stateOf, story } from '../workflow/people'

// Some hundred exchanges of whole stories: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 })

/** A desk in an exchange: the home of the story, or one that was sent it. */
interface Side {
  doc: Y.Doc
  readonly who: typeof amina
  readonly home: boolean
}

/** A packet as it was at some moment. */
interface Sent {
  readonly update: Uint8Array
  readonly log: readonly string[]
  readonly fromHome: boolean
}

const keys = new Map<string, string>(everyone.map(({ member }) => [member.id, member.publicKey]))

function checkFor({ log, fromHome }: Sent, to: Side): StoryCheck {
  return {
    story,
    named: log,
    keyOf: (id) => keys.get(id),
    nameOf: () => 'somebody',
    hasRevision: () => true,
    verify: seals.verify,
    fromHome,
    mayNotSpeak: new Set([to.who.member.id]),
  }
}

function newStory(): Y.Doc {
  const doc = new Y.Doc()
  for (const [key, value] of [['story', story], ['kind', 'announcement'], ['createdAt', at(0)], ['createdBy', amina.member.id]] as const) storyMeta(doc).set(key, value)
  storyText(doc, 'headline').insert(0, 'Nine ports agree')
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('Mayors signed a pledge.')])
  storyBody(doc).insert(0, [paragraph])
  return doc
}

/** What somebody does at their desk; `place` and `what` are any numbers. */
type Deed = { readonly side: 0 | 1 | 2; readonly act: 'write' | 'field' | 'split' | 'comment' | 'answer' | 'decide'; readonly place: number; readonly what: number }

let serial = 0
const uuid = (): string => `00000000-0000-4000-8000-${(serial += 1).toString(16).padStart(12, '0')}`

function perform({ doc, who }: Side, { act, place, what }: Deed, minute: number): void {
  const by = who.member.id
  switch (act) {
    case 'write': {
      const text = storyText(doc, what % 2 === 0 ? 'headline' : 'summary')
      if (what % 3 === 0 && text.length > 2) text.delete(place % (text.length - 1), 1)
      else text.insert(place % (text.length + 1), `w${what}`)
      return
    }
    case 'field':
      return void storyFields(doc).set(what % 2 === 0 ? 'topics' : 'places', [`t${what}`])
    case 'split': {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(`p${what}`)])
      storyBody(doc).insert(place % (storyBody(doc).length + 1), [paragraph])
      return
    }
    case 'comment':
      return startThread(doc, uuid(), { quote: '' }, { id: uuid(), by, at: at(minute), text: `c${what}`, mentions: [] })
    case 'answer': {
      const threads = readThreads(doc)
      const thread = threads[place % Math.max(1, threads.length)]
      return thread && answerThread(doc, thread.id, { id: uuid(), by, at: at(minute), text: `a${what}`, mentions: [] })
    }
    case 'decide':
      return decide(doc, who, minute, what)
  }
}

/** Does what is allowed now, if anything is. */
function decide(doc: Y.Doc, who: typeof amina, minute: number, what: number): void {
  const copy = new Copy({ signatures: seals }, [...storyLog(doc).values()] as never)
  try {
    const { state, submitted } = copy.state
    if (state === 'inReview' && what % 2 === 0) copy.approve(who, submitted?.revision ?? first, minute)
    else if (state === 'inReview') copy.requestChanges(who, submitted?.revision ?? first, minute)
    else copy.submit(who, what % 2 === 0 ? first : second, minute)
  } catch {
    return
  }
  const signed = copy.events.at(-1)
  if (signed !== undefined) storyLog(doc).set(eventId(signed.event), signed)
}

const send = ({ doc, home }: Side): Sent => ({ update: Y.encodeStateAsUpdate(doc), log: [...storyLog(doc).keys()], fromHome: home })

function contentOf(doc: Y.Doc): unknown {
  const state = stateOf([...storyLog(doc).values()], { signatures: seals })
  return { headline: storyText(doc, 'headline').toString(), summary: storyText(doc, 'summary').toString(), fields: storyFields(doc).toJSON(), body: storyBody(doc).toString(), threads: readThreads(doc), state }
}

const deed = fc.record({ side: fc.constantFrom<0 | 1 | 2>(0, 1, 2), act: fc.constantFrom<Deed['act']>('write', 'write', 'field', 'split', 'comment', 'answer', 'decide', 'decide'), place: fc.nat(40), what: fc.nat(40) })

test('whatever people do at three desks, and in whatever order and however often packets are opened, all come to the same story', () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 14 }), fc.array(fc.nat(30), { maxLength: 12 }), fc.infiniteStream(fc.nat(1000)), (deeds, early, shuffle) => {
      const start = newStory()
      const sides: Side[] = [amina, bruno, everyone[2] ?? bruno].map((who, index) => {
        const doc = new Y.Doc()
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(start))
        return { doc, who, home: index === 0 }
      })
      const [home, ...others] = sides
      if (home === undefined) throw new Error('There is a home')
      const post: { readonly to: Side; readonly packet: Sent }[] = []
      deeds.forEach((one, minute) => {
        const side = sides[one.side] ?? home
        perform(side, one, minute + 1)
        for (const to of side.home ? others : [home]) post.push({ to, packet: send(side) })
        // Some packets arrive while others are still being written.
        if (early.includes(minute)) deliver(post[early[minute % early.length]! % post.length])
      })
      // All that was ever sent arrives, in any order, some of it twice; then home tells everybody what it knows.
      const order = [...post, ...post.slice(0, 3)].map((letter) => ({ letter, key: shuffle.next().value ?? 0 })).sort((a, b) => a.key - b.key)
      for (const { letter } of order) deliver(letter)
      for (const to of others) deliver({ to, packet: send(home) })
      const [expected, ...seen] = sides.map(({ doc }) => contentOf(doc))
      for (const content of seen) expect(content).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

function deliver(letter: { readonly to: Side; readonly packet: Sent } | undefined): void {
  if (letter === undefined) return
  const { to, packet } = letter
  const before = Y.encodeStateAsUpdate(to.doc)
  const { doc } = mergeStory(to.doc, packet.update, checkFor(packet, to))
  expect(Y.encodeStateAsUpdate(to.doc)).toEqual(before)
  to.doc = doc
}

test('any bytes are refused or are a story: nothing else comes of them', () => {
  const whole = Y.encodeStateAsUpdate(newStory())
  const to: Side = { doc: newStory(), who: amina, home: true }
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(whole.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), (changes) => {
      const bytes = Uint8Array.from(whole)
      for (const [place, value] of changes) bytes[place] = value
      const before = Y.encodeStateAsUpdate(to.doc)
      try {
        const { doc } = mergeStory(null, bytes, checkFor({ update: bytes, log: [], fromHome: true }, to))
        expect(storyMeta(doc).get('story')).toBe(story)
        expect(bodyFault(doc)).toBeNull()
      } catch (error) {
        expect(error).toMatchObject({ failure: { code: expect.stringMatching(/^packet-/) } })
      }
      expect(Y.encodeStateAsUpdate(to.doc)).toEqual(before)
    }),
    { numRuns: 400 },
  )
})
