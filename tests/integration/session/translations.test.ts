import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { linkTranslation, translateStory, unlinkTranslation } from '../../../src/main/session/translations'
import { statusOf } from '../../../src/main/session/status'
import { bodyOf } from '../../../src/main/store/snapshot'
import { createStory, loadStory } from '../../../src/main/store/stories'
import { clearIndex, refreshStale, refreshStory } from '../../../src/main/store/story-index'
import { listStories, storyRow } from '../../../src/main/store/story-lists'
import type { StoryId } from '../../../src/shared/story/ids'
import { storyMeta, writeField } from '../../../src/shared/story/story-doc'
import { approve, edit, kindOf, paragraph } from '../desk/people'
import { sitting, type Sitting } from './sitting'

function story({ desk, amina }: Sitting, headline: string, language?: string): StoryId {
  const id = createStory(desk.db, {
    kind: kindOf(desk, 'statement'),
    by: amina.member.id,
    headline,
    fields: { summary: 'Mayors of nine port cities have agreed how newcomers find a home within a year.', speaker: 'Inês Carvalhal', ...(language !== undefined && { language }) },
    body: paragraph('Nine mayors met on the quay.'),
  })
  refreshStory(desk, id, loadStory(desk.db, id))
  return id
}

const languages = ({ desk }: Sitting, id: StoryId): string[] | undefined => storyRow(desk.db, id)?.translations.map(({ language }) => language)

test('a translation starts from all that the story is, is linked with it, and is nobody’s approval', () => {
  const at = sitting()
  const id = story(at, 'Nine ports agree', 'en')
  approve(at, id)
  const approved = statusOf(at.session, id)

  const spanish = translateStory(at.session, id, 'es')

  const doc = loadStory(at.desk.db, spanish)
  expect(at.session.derived(spanish).current.fields).toEqual({ ...at.session.derived(id).current.fields, language: 'es', slug: 'nine-ports-agree-es' })
  expect(bodyOf(doc)).toEqual(bodyOf(loadStory(at.desk.db, id)))
  expect(storyRow(at.desk.db, spanish)).toMatchObject({ state: 'draft', kind: 'statement', headline: 'Nine ports agree', language: 'es', author: 'Amina Okafor' })
  expect(languages(at, spanish)).toEqual(['en'])
  expect(storyRow(at.desk.db, id)?.translations).toEqual([{ id: spanish, language: 'es', headline: 'Nine ports agree', state: 'draft' }])
  expect(statusOf(at.session, id)).toMatchObject({ currentRevision: approved.currentRevision, shown: 'approved', changedSinceApproval: false })
})

test('more translations belong to the same group, each language once', () => {
  const at = sitting()
  const english = story(at, 'Nine ports agree', 'en')
  const spanish = translateStory(at.session, english, 'es')
  const arabic = translateStory(at.session, spanish, 'ar')

  expect(languages(at, english)).toEqual(['ar', 'es'])
  expect(languages(at, arabic)).toEqual(['en', 'es'])
  expect(() => translateStory(at.session, arabic, 'es')).toThrow('There is one in Spanish already: ‘Nine ports agree’.')
  expect(() => translateStory(at.session, arabic, 'AR')).toThrow('There is one in Arabic already')
})

test('a story without a language is not translated yet', () => {
  const at = sitting()
  const id = story(at, 'Nine ports agree')
  expect(() => translateStory(at.session, id, 'es')).toThrow('‘Nine ports agree’ has no language yet. Set it in its details first.')
})

test('two stories that are there already are linked, with all that each is linked with', () => {
  const at = sitting()
  const english = story(at, 'Nine ports agree', 'en')
  const spanish = translateStory(at.session, english, 'es')
  const french = story(at, 'Neuf ports s’accordent', 'fr')
  const portuguese = translateStory(at.session, french, 'pt')

  linkTranslation(at.session, spanish, portuguese)

  for (const id of [english, spanish, french, portuguese]) expect(new Set(languages(at, id)).size).toBe(3)
  linkTranslation(at.session, spanish, french)
  expect(languages(at, english)).toEqual(['es', 'fr', 'pt'])
})

test('stories that can’t be translations of one another are not linked', () => {
  const at = sitting()
  const english = story(at, 'Nine ports agree', 'en')
  const other = story(at, 'Ten ports agree', 'en')
  const nameless = story(at, 'Zehn Häfen')

  expect(() => linkTranslation(at.session, english, english)).toThrow('can’t be a translation of itself')
  expect(() => linkTranslation(at.session, english, other)).toThrow('There is one in English already: ‘Nine ports agree’.')
  expect(() => linkTranslation(at.session, english, nameless)).toThrow('‘Zehn Häfen’ has no language yet')
  expect(languages(at, english)).toEqual([])
})

test('a story leaves its group, the others stay together; a group of one is none', () => {
  const at = sitting()
  const english = story(at, 'Nine ports agree', 'en')
  const spanish = translateStory(at.session, english, 'es')
  const arabic = translateStory(at.session, english, 'ar')

  unlinkTranslation(at.session, english)
  expect([languages(at, english), languages(at, spanish), languages(at, arabic)]).toEqual([[], ['ar'], ['es']])

  at.told.length = 0
  unlinkTranslation(at.session, spanish)
  expect([languages(at, spanish), languages(at, arabic)]).toEqual([[], []])
  expect(at.told).toContain(arabic)
  expect(storyMeta(loadStory(at.desk.db, arabic)).has('translationGroup')).toBe(false)
})

test('what is changed in one of them is shown, and told, with the others', () => {
  const at = sitting()
  const english = story(at, 'Nine ports agree', 'en')
  const spanish = translateStory(at.session, english, 'es')
  at.told.length = 0

  const doc = at.session.docs.get(spanish)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(copy)
  writeField(copy, { id: 'headline', type: 'text' }, 'Nueve puertos acuerdan')
  at.session.docs.append(spanish, Y.encodeStateAsUpdate(copy, before))
  at.session.index.now(spanish)

  expect(storyRow(at.desk.db, english)?.translations).toMatchObject([{ headline: 'Nueve puertos acuerdan' }])
  expect(statusOf(at.session, english).row.translations).toMatchObject([{ headline: 'Nueve puertos acuerdan' }])
  expect(at.told).toEqual(expect.arrayContaining([english, spanish]))
})

test('lists have the translations of each story of a page, and are the same when they are made anew', () => {
  const at = sitting()
  const english = story(at, 'Nine ports agree', 'en')
  const spanish = translateStory(at.session, english, 'es')
  story(at, 'By itself', 'en')
  const page = () => listStories(at.desk.db, { view: 'all', search: '', kind: null, offset: 0, limit: 50, member: at.amina.member.id }).rows.map(({ id, headline, translations }) => [id, headline, translations.map((one) => one.id)])
  const before = page()
  expect(before).toHaveLength(3)
  expect(before).toEqual(expect.arrayContaining([[english, 'Nine ports agree', [spanish]], [spanish, 'Nine ports agree', [english]]]))
  expect(listStories(at.desk.db, { view: 'all', search: 'itself', kind: null, offset: 0, limit: 50, member: at.amina.member.id }).rows[0]?.translations).toEqual([])

  clearIndex(at.desk.db)
  refreshStale(at.desk)
  expect(new Set(page().map((row) => JSON.stringify(row)))).toEqual(new Set(before.map((row) => JSON.stringify(row))))
})

test('the window can’t link stories behind the desk’s back', () => {
  const at = sitting()
  const id = story(at, 'Nine ports agree', 'en')
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(at.session.docs.get(id)))
  const before = Y.encodeStateVector(copy)
  storyMeta(copy).set('translationGroup', 'of mine')
  expect(() => at.session.docs.append(id, Y.encodeStateAsUpdate(copy, before))).toThrow('Nothing was stored')
})

test('a link made on another computer arrives with the story', () => {
  const at = sitting()
  const english = story(at, 'Nine ports agree', 'en')
  const french = story(at, 'Neuf ports s’accordent', 'fr')
  const group = '0b2cf0ce-56b1-4e2c-9a53-5a5b6f3b1c11'
  for (const id of [english, french]) edit(at, id, (doc) => storyMeta(doc).set('translationGroup', group))
  refreshStale(at.desk)
  expect(languages(at, english)).toEqual(['fr'])
  expect(languages(at, french)).toEqual(['en'])
})
