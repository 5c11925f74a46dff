import { expect, test } from 'vitest'
import { findAcross, findLimits } from '../../../src/main/find/find-across'
import { refreshStale } from '../../../src/main/store/story-index'
import type { DeskFindQuery, FoundStory } from '../../../src/shared/find/desk-find'
import { act, deskOfTwo, writeStory, type TestDesk } from '../desk/people'

interface Asked {
  readonly text: string
  readonly ignoreAccents?: boolean
  readonly wholeWord?: boolean
  readonly matchCase?: boolean
  readonly regexp?: boolean
  readonly state?: DeskFindQuery['state']
}

async function find({ desk }: TestDesk, { text, ignoreAccents = false, wholeWord = false, matchCase = false, regexp = false, state = null }: Asked, signal = new AbortController().signal) {
  refreshStale(desk)
  const stories: FoundStory[] = []
  const reports: number[] = []
  const summary = await findAcross(desk.db, { query: { options: { text, ignoreAccents, wholeWord, matchCase, regexp }, kind: null, state }, signal, found: (some) => stories.push(...some), report: ({ done }) => reports.push(done) })
  return { summary, stories, reports, headlines: stories.map(({ headline }) => headline).sort() }
}

function deskWithStories(): TestDesk {
  const made = deskOfTwo()
  writeStory(made, 'Harbours', 'The harbourmaster spoke of harbours, and of one harbour.')
  writeStory(made, 'Bridges', 'No water here. The Harbour Cities Council met.')
  writeStory(made, 'Schools', 'Nothing of the kind.')
  return made
}

test('a part of a word is found in any story, each match with the words around it', async () => {
  const { summary, stories, headlines } = await find(deskWithStories(), { text: 'arbour' })
  expect(headlines).toEqual(['Bridges', 'Harbours'])
  expect(summary).toEqual({ stories: 2, matches: stories.reduce((sum, { matches }) => sum + matches, 0), more: false })
  const harbours = stories.find(({ headline }) => headline === 'Harbours')
  expect(harbours?.snippets[0]).toMatchObject({ in: 'headline', match: 'arbour', before: 'H' })
  expect(harbours?.snippets.filter((snippet) => snippet.in === 'body').map(({ place }) => place)).toEqual([0, 1, 2])
})

test('whole words, capitals and expressions narrow it', async () => {
  const made = deskWithStories()
  expect((await find(made, { text: 'harbour', wholeWord: true })).headlines).toEqual(['Bridges', 'Harbours'])
  expect((await find(made, { text: 'Harbour', wholeWord: true, matchCase: true })).headlines).toEqual(['Bridges'])
  expect((await find(made, { text: 'harbour cities coun' })).headlines).toEqual(['Bridges'])
  expect((await find(made, { text: 'harbour(s|master)', regexp: true })).headlines).toEqual(['Harbours'])
})

test('accents and vowel signs are ignored when that is asked for, whatever the index keeps of them', async () => {
  const made = deskOfTwo()
  writeStory(made, 'Precomposed', 'The mayor of Bogotá met in São Mateus.')
  writeStory(made, 'Bare', 'The mayor of Bogota met in Sao Mateus.')
  writeStory(made, 'Apart', 'The mayor of Bogota\u0301 met in Sa\u0303o Mateus.')
  writeStory(made, 'Vowels', 'اجتمع رؤساء المُدُن في المرفأ')
  writeStory(made, 'No vowels', 'اجتمع رؤساء المدن في المرفأ')
  expect((await find(made, { text: 'in são mateus' })).headlines).toEqual(['Apart', 'Precomposed'])
  for (const text of ['in sao mateus', 'in são mateus', 'ogota', 'bogotá met in']) expect((await find(made, { text, ignoreAccents: true })).headlines, text).toEqual(['Apart', 'Bare', 'Precomposed'])
  for (const text of ['المدن', 'رؤساء المُدن في']) expect((await find(made, { text, ignoreAccents: true, wholeWord: true })).headlines, text).toEqual(['No vowels', 'Vowels'])
})

test('what the index of words says beforehand takes nothing away', async () => {
  const made = deskWithStories()
  for (const text of ['the harbour', 'one harbour', 'of the kind.', 'water here', 'met.', 'r here. The H']) {
    const literal = await find(made, { text })
    const everywhere = await find(made, { text: text.replace(/[.]/g, '\\.'), regexp: true })
    expect(literal.headlines, text).toEqual(everywhere.headlines)
    expect(literal.summary.matches, text).toBe(everywhere.summary.matches)
  }
})

test('archived stories are looked through only when they are asked for', async () => {
  const made = deskOfTwo()
  const id = writeStory(made, 'Old lighthouse')
  act(made, id, made.amina, { type: 'archive' })
  expect((await find(made, { text: 'lighthouse' })).headlines).toEqual([])
  expect((await find(made, { text: 'lighthouse', state: 'archived' })).headlines).toEqual(['Old lighthouse'])
})

test('a wrong expression is refused in words, and nothing finds nothing', async () => {
  const made = deskWithStories()
  await expect(find(made, { text: '(', regexp: true })).rejects.toThrow('This is no regular expression: unterminated group.')
  expect((await find(made, { text: '' })).summary).toEqual({ stories: 0, matches: 0, more: false })
})

test('a search that was stopped says so, and one with too many matches ends with what fits', async () => {
  const made = deskOfTwo()
  for (let number = 0; number < 140; number++) writeStory(made, `Story ${number}`, 'e '.repeat(40))
  const { summary, stories } = await find(made, { text: 'e' })
  expect(summary.more).toBe(true)
  const snippets = stories.flatMap((story) => story.snippets)
  expect(snippets.length).toBeGreaterThanOrEqual(findLimits.snippets)
  expect(snippets.length).toBeLessThan(findLimits.snippets + findLimits.snippetsOfStory)
  const stopped = new AbortController()
  stopped.abort()
  await expect(find(made, { text: 'e' }, stopped.signal)).rejects.toThrow('The search was stopped.')
})
