import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { keepStoryDocs } from '../../../src/main/session/story-docs'
import { appendUpdate, countUpdates, loadStory } from '../../../src/main/store/stories'
import type { DeskError } from '../../../src/shared/result'
import { storyLog, storyMeta, storySuggestedFields, storyText, storyThreads } from '../../../src/shared/story/story-doc'
import { fieldSuggestions } from '../../../src/shared/suggestions/fields/field-suggestions'
import { suggestField } from '../../../src/shared/suggestions/fields/suggest-field'
import { deskOfTwo, writeStory } from '../desk/people'

/** A story of a desk, and a window that has it open. */
function opened() {
  const made = deskOfTwo()
  onTestFinished(() => made.desk.close())
  const id = writeStory(made)
  const docs = keepStoryDocs(made.desk, () => made.amina.member.id)
  docs.change(id, (doc) => {
    storyLog(doc).set('decision', 'Tomás approved this')
    storyThreads(doc).set('thread', new Y.Map([['text', 'Tomás: please check the number']]))
  })
  const window = new Y.Doc()
  Y.applyUpdate(window, Y.encodeStateAsUpdate(docs.get(id)))
  /** What the window would send after an edit. */
  const after = (edit: (doc: Y.Doc) => void): Uint8Array => {
    const before = Y.encodeStateVector(window)
    window.transact(() => edit(window))
    return Y.encodeStateAsUpdate(window, before)
  }
  return { ...made, id, docs, after }
}

/** A number in seven bits a byte, the lowest first. */
const varUint = (number: number): number[] => (number < 128 ? [number] : [128 + (number % 128), ...varUint(Math.floor(number / 128))])

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work()
  } catch (error) {
    return (error as DeskError).failure.code
  }
  return undefined
}

test('the words that the window writes are stored', () => {
  const { desk, id, docs, after } = opened()
  docs.append(id, after((doc) => storyText(doc, 'headline').insert(0, 'Today: ')))
  expect(storyText(loadStory(desk.db, id), 'headline').toString()).toMatch(/^Today: /)
})

test('what the window suggests for a field is stored; what no field can hold is refused', () => {
  const { desk, id, docs, after, amina } = opened()
  const author = { by: amina.member.id, at: '2026-03-01T10:00:00.000Z' }
  docs.append(id, after((doc) => suggestField(doc, { id: 'headline', type: 'text' }, 'Ten ports agree', author)))
  expect(fieldSuggestions(loadStory(desk.db, id))).toMatchObject([{ field: 'headline', value: 'Ten ports agree', by: author.by }])
  const rows = countUpdates(desk.db, id)
  expect(codeOf(() => docs.append(id, after((doc) => void storySuggestedFields(doc).set(`summary/${author.by}`, { value: '<b>' }))))).toBe('bad-update')
  expect(countUpdates(desk.db, id)).toBe(rows)
})

test.each([
  ['removes a decision from the log', (doc: Y.Doc) => storyLog(doc).delete('decision')],
  ['writes a decision into the log', (doc: Y.Doc) => storyLog(doc).set('other', 'Approved, I swear')],
  ['starts a comment in another member’s name', (doc: Y.Doc) => storyThreads(doc).set('other', new Y.Map())],
  ['puts words into a comment that is there', (doc: Y.Doc) => (storyThreads(doc).get('thread') as Y.Map<unknown>).set('text', 'Tomás: all fine')],
  ['says that the story is of another kind', (doc: Y.Doc) => storyMeta(doc).set('kind', 'statement')],
  ['does so beside an honest edit', (doc: Y.Doc) => (storyText(doc, 'headline').insert(0, 'Today: '), storyLog(doc).delete('decision'))],
])('an update of the window that %s is refused, and nothing of it is stored', (_what, edit) => {
  const { desk, id, docs, after } = opened()
  const before = Y.encodeStateAsUpdate(loadStory(desk.db, id))
  const rows = countUpdates(desk.db, id)

  expect(codeOf(() => docs.append(id, after(edit)))).toBe('not-yours')

  expect(countUpdates(desk.db, id)).toBe(rows)
  expect(Y.encodeStateAsUpdate(loadStory(desk.db, id))).toEqual(before)
  expect(Y.encodeStateAsUpdate(docs.get(id))).toEqual(before)
})

test('an update that depends on one that never came is refused: it would be invisible', () => {
  const { desk, id, docs, after } = opened()
  const rows = countUpdates(desk.db, id)
  after((doc) => storyText(doc, 'headline').insert(0, 'This one is lost. '))
  expect(codeOf(() => docs.append(id, after((doc) => storyText(doc, 'headline').insert(0, 'This one is sent. '))))).toBe('bad-update')
  expect(countUpdates(desk.db, id)).toBe(rows)
})

test('an update that deletes what nobody has written yet is refused: the next decision would be gone as soon as it is stored', () => {
  const { desk, id, docs } = opened()
  const rows = countUpdates(desk.db, id)
  const main = docs.get(id)
  const next = Y.getState(main.store, main.clientID)
  // As Yjs writes it (v1): no structs; of one client, one range to delete.
  const deletion = new Uint8Array([0, 1, main.clientID, 1, next, 5].flatMap(varUint))

  expect(codeOf(() => docs.append(id, deletion))).toBe('bad-update')

  expect(countUpdates(desk.db, id)).toBe(rows)
  docs.change(id, (doc) => storyLog(doc).set('next', 'Tomás asked for changes'))
  expect(storyLog(loadStory(desk.db, id)).get('next')).toBe('Tomás asked for changes')
})

test('a story that has a gap already takes no other one', () => {
  const { desk, amina, id, after } = opened()
  const stranger = new Y.Doc()
  stranger.getText('headline').insert(0, 'Lost. ')
  const known = Y.encodeStateVector(stranger)
  stranger.getText('headline').insert(0, 'Came alone. ')
  appendUpdate(desk.db, id, Y.encodeStateAsUpdate(stranger, known))
  const rows = countUpdates(desk.db, id)
  const again = keepStoryDocs(desk, () => amina.member.id)

  after((doc) => storyText(doc, 'headline').insert(0, 'This one is lost. '))
  expect(codeOf(() => again.append(id, after((doc) => storyText(doc, 'headline').insert(0, 'This one is sent. '))))).toBe('bad-update')
  expect(countUpdates(desk.db, id)).toBe(rows)
})

test('what is no update at all is refused, and the story stays as it was', () => {
  const { desk, id, docs } = opened()
  const rows = countUpdates(desk.db, id)
  expect(codeOf(() => docs.append(id, new Uint8Array([7, 7, 7, 7])))).toBe('bad-update')
  expect(countUpdates(desk.db, id)).toBe(rows)
})
