import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { storyLog } from '../../../src/shared/story/story-doc'
import { eventId, type SignedEvent } from '../../../src/shared/workflow/event'
import { amina, bruno, chiara, Copy, dilek, first, second, stateOf } from './people'

// Hundreds of made-up cases each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 })

/** The log of a story's document, as each computer keeps it. */
function record(doc: Y.Doc, events: readonly SignedEvent[]): Y.Doc {
  for (const signed of events) storyLog(doc).set(eventId(signed.event), signed)
  return doc
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

const stateIn = (doc: Y.Doc) => stateOf([...storyLog(doc).values()])

test('two documents whose logs were written offline come to the same state, in whichever order they are merged', () => {
  const base = new Copy().submit(amina, first, 0)
  const shared = record(new Y.Doc(), base.events)
  const office = record(copyOf(shared), base.copy().approve(bruno, first, 10).publish(dilek, first, 20).events)
  const train = record(copyOf(shared), base.copy().requestChanges(chiara, first, 15).submit(amina, second, 30).events)
  const [officeFirst, trainFirst] = [copyOf(office), copyOf(train)]
  Y.applyUpdate(officeFirst, Y.encodeStateAsUpdate(train))
  Y.applyUpdate(trainFirst, Y.encodeStateAsUpdate(office))

  expect(stateIn(officeFirst)).toEqual(stateIn(trainFirst))
  expect(stateIn(officeFirst)).toMatchObject({ state: 'inReview', approvedRevision: null, submitted: { revision: second }, published: [{ revision: first }], rejected: [] })
  Y.applyUpdate(officeFirst, Y.encodeStateAsUpdate(trainFirst))
  Y.applyUpdate(officeFirst, Y.encodeStateAsUpdate(train))
  expect(stateIn(officeFirst)).toEqual(stateIn(trainFirst))
})

test('so do any parts of a log, however they are spread over documents', () => {
  const whole = new Copy().submit(amina, first, 0).requestChanges(bruno, first, 10).submit(amina, second, 20).approve(bruno, second, 30).publish(dilek, second, 40).submit(chiara, first, 50)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(whole.events.length - 1), fc.nat(2))), fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (spread, order) => {
      const docs = [0, 1, 2].map(() => new Y.Doc())
      for (const [event, doc] of spread) record(docs[doc] ?? new Y.Doc(), whole.events.slice(event, event + 1))
      const one = new Y.Doc()
      const other = new Y.Doc()
      for (const doc of docs) Y.applyUpdate(one, Y.encodeStateAsUpdate(doc))
      for (const place of order) Y.applyUpdate(other, Y.encodeStateAsUpdate(docs[place] ?? one))
      expect(stateIn(one)).toEqual(stateIn(other))
      expect(stateIn(one)).toEqual(stateOf(whole.events.filter((_, index) => spread.some(([event]) => event === index))))
    }),
    { numRuns: 60 },
  )
})

test('an event under another’s name in the log is that event all the same', () => {
  const copy = new Copy().submit(amina, first, 0).approve(bruno, first, 10)
  const doc = new Y.Doc()
  copy.events.forEach((signed, index) => storyLog(doc).set(`anything ${index}`, signed))
  storyLog(doc).set('not an event', new Y.Map())
  expect(stateIn(doc)).toMatchObject({ approvedRevision: first, rejected: [{ reason: 'it is not a workflow event' }] })
})
