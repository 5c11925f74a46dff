import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDesk } from '../../../src/main/desk/desk'
import { addStartingTerms, addTerms, changeWords, deskLanguage, importTerms, importWords, updateTerms } from '../../../src/main/session/desk-language'
import { dismissNote, restoreNote } from '../../../src/main/session/dismissals'
import { findingsOf, statusOf } from '../../../src/main/session/status'
import { loadStory } from '../../../src/main/store/stories'
import { DeskError } from '../../../src/shared/result'
import { dismissalKey, readDismissals } from '../../../src/shared/story/dismissal'
import { storyDismissals, writeField } from '../../../src/shared/story/story-doc'
import { writeStory } from '../desk/people'
import { sitting, type Sitting } from './sitting'

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work()
  } catch (error) {
    return error instanceof DeskError ? error.failure.code : 'another error'
  }
  return undefined
}

describe('the desk’s dictionary', () => {
  test('any member adds and removes words, and they are there when the desk is opened again', () => {
    const { session, tomas, folder } = sitting()
    session.actAs(tomas.member.id)
    const [okafor, dashboard] = [{ word: 'Okafor', language: '' }, { word: 'dashboard', language: 'es-MX' }]
    expect(changeWords(session, [okafor, dashboard], [])).toBe(2)
    expect(changeWords(session, [okafor], [])).toBe(0)
    expect(deskLanguage(session).words).toEqual([{ word: 'dashboard', language: 'es' }, okafor])
    changeWords(session, [], [dashboard])
    session.close()
    const again = openDesk(folder)
    expect(again.db.prepare('SELECT word, language FROM desk_words').all()).toEqual([okafor])
    again.close()
  })
  test('a list of words is taken in, and what is no word is named', () => {
    const { session } = sitting()
    const report = importWords(session, 'Portomar\nSan Valdeluz\nPortomar\n', 'es')
    expect(report.added).toBe(1)
    expect(report.problems[0]?.message).toContain('‘San Valdeluz’')
  })
})

describe('the house style of a desk', () => {
  test('a new desk has a small one; the list to begin with brings nothing twice', () => {
    const { session } = sitting()
    expect(deskLanguage(session).terms.map(({ avoid }) => avoid)).toContain('illegal migrant')
    expect(addStartingTerms(session)).toBe(0)
  })
  test('only an admin changes it, and no two terms say the same', () => {
    const { session, tomas } = sitting()
    const [first] = deskLanguage(session).terms
    if (first === undefined) throw new Error('there is no term')
    expect(codeOf(() => updateTerms(session, [first, { ...first, id: crypto.randomUUID(), avoid: first.avoid.toUpperCase() }]))).toBe('bad-terms')
    session.actAs(tomas.member.id)
    expect(codeOf(() => updateTerms(session, []))).toBe('not-admin')
    expect(codeOf(() => addTerms(session, [{ ...first, avoid: 'quite another' }]))).toBe('not-admin')
    expect(codeOf(() => importTerms(session, 'avoid\nquite another\n'))).toBe('not-admin')
  })
})

/** Amina’s story, which says what the desk avoids. */
function storyOf(made: Sitting, summary: string) {
  const id = writeStory(made)
  made.session.changeStory(id, (doc) => {
    writeField(doc, { id: 'language', type: 'language' }, 'en')
    writeField(doc, { id: 'summary', type: 'longText' }, summary)
  })
  return id
}

describe('a note that is set aside', () => {
  test('is gone from preflight for these words alone, says who and why, and comes back', () => {
    const made = sitting()
    const { session, amina, desk } = made
    const id = storyOf(made, 'Illegal migrants and a wave of migrants are in this summary of the story.')
    const style = () => findingsOf(session, id).filter(({ check }) => check === 'house-style').map(({ message }) => message.split('.')[0])
    expect(style()).toEqual(['The house style avoids ‘Illegal migrants’', 'The house style avoids ‘wave of migrants’'])
    dismissNote(session, id, { rule: 'style:illegal migrant', words: 'Illegal  Migrants', reason: 'The title of a law.' })
    expect(style()).toEqual(['The house style avoids ‘wave of migrants’'])
    const key = dismissalKey('style:illegal migrant', 'illegal migrants')
    expect(readDismissals(loadStory(desk.db, id)).get(key)).toMatchObject({ reason: 'The title of a law.', by: amina.member.id, words: 'illegal migrants' })
    restoreNote(session, id, key)
    expect(style()).toHaveLength(2)
  })
  test('changes no revision: what was approved stays approved', () => {
    const made = sitting()
    const id = storyOf(made, 'Illegal migrants are in this summary of the story, for a reason.')
    const before = statusOf(made.session, id).currentRevision
    dismissNote(made.session, id, { rule: 'style:illegal migrant', words: 'illegal migrants', reason: 'Why not.' })
    updateTerms(made.session, [])
    expect(statusOf(made.session, id).currentRevision).toBe(before)
  })
  test('by two people at once is one, and merges without loss', () => {
    const made = sitting()
    const id = storyOf(made, 'Illegal migrants are in this summary of the story, for a reason.')
    const elsewhere = new Y.Doc()
    Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(made.session.docs.get(id)))
    dismissNote(made.session, id, { rule: 'sentence', words: 'One long sentence.', reason: 'Here.' })
    const key = dismissalKey('sentence', 'One long sentence.')
    const other = { rule: 'sentence', words: 'one long sentence.', reason: 'There.', by: made.tomas.member.id, at: '2026-11-24T10:00:00.000Z' }
    storyDismissals(elsewhere).set(key, other)
    storyDismissals(elsewhere).set(dismissalKey('sentence', 'another'), { ...other, words: 'another' })
    Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(made.session.docs.get(id)))
    expect([...readDismissals(elsewhere).keys()].sort()).toEqual([key, dismissalKey('sentence', 'another')].sort())
  })
  test('can’t be written by the window, nor be about words that its name does not stand for', () => {
    const made = sitting()
    const id = storyOf(made, 'A summary that is long enough for the listing of the site.')
    const window = new Y.Doc()
    Y.applyUpdate(window, Y.encodeStateAsUpdate(made.session.docs.get(id)))
    const before = Y.encodeStateVector(window)
    storyDismissals(window).set('a'.repeat(32), { rule: 'sentence', words: 'x', reason: 'y', by: made.amina.member.id, at: '2026-11-24T10:00:00.000Z' })
    expect(readDismissals(window).size).toBe(0)
    expect(codeOf(() => made.session.docs.append(id, Y.encodeStateAsUpdate(window, before)))).toBe('not-yours')
  })
})
