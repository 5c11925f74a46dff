import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { appendUpdate, compactStory, countUpdates, loadStory, updatesOf } from '../../../src/main/store/stories'
import type { DeskDatabase } from '../../../src/main/store/database'
import type { StoryId } from '../../../src/shared/story/ids'
import { storyFields, storyText } from '../../../src/shared/story/story-doc'
import { deskOfTwo, writeStory } from '../desk/people'

/** What someone does on one of two computers that both have the story. */
const Step = fc.record({
  computer: fc.constantFrom(0, 1),
  edit: fc.oneof(
    fc.record({ type: fc.constant('insert' as const), at: fc.nat(40), text: fc.string({ minLength: 1, maxLength: 6 }) }),
    fc.record({ type: fc.constant('delete' as const), at: fc.nat(40), length: fc.nat(8) }),
    fc.record({ type: fc.constant('set' as const), key: fc.constantFrom('date', 'topics'), value: fc.string() }),
    fc.record({ type: fc.constant('exchange' as const) }),
  ),
  /** What the store does after this step. */
  compact: fc.boolean(),
})
type Step = typeof Step extends fc.Arbitrary<infer S> ? S : never

test('a story loads the same whether or not, and whenever, its updates were merged', () => {
  const made = deskOfTwo()
  fc.assert(
    fc.property(fc.array(Step, { minLength: 1, maxLength: 25 }), fc.array(fc.nat(), { maxLength: 6 }), (steps, order) => {
      const [plain, compacted] = [writeStory(made), writeStory(made)]
      for (const { update, compact } of play(made.desk.db, plain, steps, order)) {
        appendUpdate(made.desk.db, plain, update)
        appendUpdate(made.desk.db, compacted, update)
        if (compact) compactStory(made.desk.db, compacted)
      }
      expect(contentOf(made.desk.db, compacted)).toEqual(contentOf(made.desk.db, plain))
    }),
    { numRuns: 40 },
  )
})

/** The updates that two computers make, some of which reach the store in another order than they were made in. */
function play(db: DeskDatabase, story: StoryId, steps: readonly Step[], order: readonly number[]): { update: Uint8Array; compact: boolean }[] {
  const base = Y.encodeStateAsUpdate(loadStory(db, story))
  const made: { update: Uint8Array; compact: boolean }[] = []
  const docs = [new Y.Doc(), new Y.Doc()] as const
  for (const doc of docs) Y.applyUpdate(doc, base, 'store')
  let compact = false
  for (const doc of docs) doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'store' && made.push({ update, compact }))
  for (const step of steps) {
    compact = step.compact
    perform(docs[step.computer === 0 ? 0 : 1], docs, step.edit)
  }
  for (const place of order) made.push(...made.splice(place % Math.max(1, made.length), 1))
  return made
}

function perform(doc: Y.Doc, docs: readonly [Y.Doc, Y.Doc], edit: Step['edit']): void {
  const text = storyText(doc, 'contents')
  if (edit.type === 'insert') text.insert(Math.min(edit.at, text.length), edit.text)
  if (edit.type === 'delete') text.delete(Math.min(edit.at, text.length), Math.min(edit.length, text.length - Math.min(edit.at, text.length)))
  if (edit.type === 'set') storyFields(doc).set(edit.key, edit.value)
  if (edit.type === 'exchange') for (const [from, to] of [docs, [docs[1], docs[0]]] as const) Y.applyUpdate(to, Y.encodeStateAsUpdate(from), 'store')
}

function contentOf(db: DeskDatabase, story: StoryId): unknown {
  const doc = loadStory(db, story)
  return [storyText(doc, 'contents').toString(), storyFields(doc).toJSON(), storyText(doc, 'headline').toString()]
}

test('merging keeps the number of the last update, so numbers never go back', () => {
  const made = deskOfTwo()
  const story = writeStory(made)
  const doc = loadStory(made.desk.db, story)
  let last = 0
  doc.on('update', (update: Uint8Array) => (last = appendUpdate(made.desk.db, story, update)))
  for (let index = 0; index < 5; index++) storyText(doc, 'contents').insert(0, 'x')

  compactStory(made.desk.db, story)

  expect(updatesOf(made.desk.db, story).map(({ sequence }) => sequence)).toEqual([last])
  storyText(doc, 'contents').insert(0, 'y')
  expect(last).toBeGreaterThan(updatesOf(made.desk.db, story)[0]?.sequence ?? Infinity)
  expect(storyText(loadStory(made.desk.db, story), 'contents').toString()).toBe('yxxxxx')
})

test('a story that is edited for long is merged by itself', () => {
  const made = deskOfTwo()
  const story = writeStory(made)
  const doc = loadStory(made.desk.db, story)
  doc.on('update', (update: Uint8Array) => appendUpdate(made.desk.db, story, update))
  for (let index = 0; index < 450; index++) storyText(doc, 'contents').insert(index, String(index % 10))

  expect(countUpdates(made.desk.db, story)).toBeLessThan(200)
  expect(storyText(loadStory(made.desk.db, story), 'contents').toString()).toBe(storyText(doc, 'contents').toString())
})

test('a story with an update that can’t be read is not merged, so that nothing of it is lost', () => {
  const made = deskOfTwo()
  const story = writeStory(made)
  made.desk.db.prepare('INSERT INTO story_updates (story, bytes, appended_at) VALUES (?, ?, ?)').run(story, new Uint8Array([1, 1, 9, 9, 9]), '2026-03-02T09:00:00.000Z')

  compactStory(made.desk.db, story)

  expect(countUpdates(made.desk.db, story)).toBe(2)
})
