import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readPlainText } from '../../../src/main/import/text/read-plain-text'
import { plainText } from '../../../src/shared/story/text'

const news = readFileSync(path.join(import.meta.dirname, '../../fixtures/plain-text/news.txt'), 'utf8')

test('a text that was copied from a page of news is read as its stories, without the words around them', () => {
  expect(readPlainText(news).map(({ headline }) => headline)).toEqual([
    'Harbour Cities Newsletter: what mayors did this summer, and five dates for the autumn',
    'Council Readout: Two Days in Marina Velha',
    'Harbour Cities Council 2025 Impact Report',
    'Celebrating Teresa Vilanova’s Legacy at the Harbour Cities Council',
    'Insights from the Ports and People Yearbook 2026: Why Small Harbours Matter',
    'Why the Night Ferry Is Full Again',
    'Harbour Cities Council and Open Quays Launch New Partnership on Interpreting',
    'A Town of Boat Builders Finds Its Apprentices',
    'Rooms for a season: how cities house people who stay for a harvest',
    '2025 Year in Review',
  ])
})

test('the description of a picture that was copied along is left out, and said', () => {
  const celebration = readPlainText(news).find(({ headline }) => headline.startsWith('Celebrating'))
  expect(celebration?.summary).toBe('Teresa Vilanova ends her last term as Mayor of Cala Blava in May. We look back at nine years in which she turned a small meeting into a lasting council.')
  expect(celebration?.problems).toEqual(['A line that looks like the description of a picture was left out: ‘A woman in a blue jacket speaking into a microphone on a quay.’'])
})

test('each story says on which line it starts', () => {
  expect(readPlainText(news).slice(0, 3).map(({ place }) => place)).toEqual(['line 3', 'line 7', 'line 11'])
})

test('several paragraphs are the text, and the first of them the summary', () => {
  const [story] = readPlainText('A headline\n\nThe first paragraph is here.\n\nThe second one\ngoes over two lines.\n')
  expect(story?.summary).toBe('The first paragraph is here.')
  expect(plainText(story?.body(() => null).body ?? { type: 'doc' })).toBe('The first paragraph is here.\nThe second one goes over two lines.')
})

test('a date on a line of its own is the story’s date', () => {
  const [story] = readPlainText('A headline\n\n2 March 2026\n\nThe text is here.\n')
  expect(story).toMatchObject({ headline: 'A headline', date: '2026-03-02', summary: 'The text is here.' })
})

test('a question can be a headline', () => {
  expect(readPlainText('Who crosses the bridge?\n\nThree offices give three numbers.\n\nWho waits for the ferry?\n\nNobody knows.').map(({ headline }) => headline)).toEqual(['Who crosses the bridge?', 'Who waits for the ferry?'])
})

test('line ends of all systems are understood', () => {
  expect(readPlainText('A headline\r\n\r\nText here.\r\rAnother headline\r\rMore text.')).toHaveLength(2)
})

test('a text of sentences alone has no stories', () => {
  expect(readPlainText('One sentence.\n\nAnother sentence.')).toEqual([])
})
