import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { keepStoryDocs } from '../../../src/main/session/story-docs'
import { appendUpdate, loadStory, storedUpdate } from '../../../src/main/store/stories'
import { storyText } from '../../../src/shared/story/story-doc'
import { deskOfTwo, writeStory } from '../desk/people'

function written() {
  const made = deskOfTwo()
  onTestFinished(() => made.desk.close())
  const id = writeStory(made)
  return { ...made, id, docs: keepStoryDocs(made.desk, () => made.amina.member.id) }
}

function taken(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

const stateOf = (doc: Y.Doc): number[] => [...Y.encodeStateVector(doc)]

test('a story that nobody has open is answered as it is stored; one that is open, as it stands', () => {
  const { desk, id, docs } = written()
  expect(docs.whole(id)).toEqual(storedUpdate(desk.db, id))
  docs.change(id, (doc) => storyText(doc, 'headline').insert(0, 'Today: '))
  expect(storyText(taken(docs.whole(id)), 'headline').toString()).toMatch(/^Today: /)
})

test('whatever was written into a story, and in however many updates, its one update says the same', () => {
  const { desk, id } = written()
  const edit = fc.record({ at: fc.nat(40), words: fc.string({ maxLength: 6 }), gone: fc.nat(5) })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      for (const { at, words, gone } of edits) {
        const doc = loadStory(desk.db, id)
        const before = Y.encodeStateVector(doc)
        const text = storyText(doc, 'summary')
        doc.transact(() => {
          text.insert(Math.min(at, text.length), words)
          const from = Math.min(at, Math.max(0, text.length - gone))
          text.delete(from, Math.min(gone, text.length - from))
        })
        appendUpdate(desk.db, id, Y.encodeStateAsUpdate(doc, before))
      }
      const [one, all] = [taken(storedUpdate(desk.db, id)), loadStory(desk.db, id)]
      expect(one.toJSON()).toEqual(all.toJSON())
      expect(stateOf(one)).toEqual(stateOf(all))
    }),
    { numRuns: 20 },
  )
})

test('a story whose update is damaged is no story to the desk, and says what there is to do', () => {
  const { desk, id, docs } = written()
  appendUpdate(desk.db, id, Y.encodeStateAsUpdate(new Y.Doc()))
  desk.db.prepare('UPDATE story_updates SET bytes = ? WHERE sequence = (SELECT min(sequence) FROM story_updates WHERE story = ?)').run(Buffer.from([250, 250, 250, 250]), id)
  expect(() => docs.whole(id)).toThrow(/can’t be read.*copydesk verify/)
  expect(() => docs.get(id)).toThrow(/can’t be read.*copydesk verify/)
})
