import { describe, expect, test } from 'vitest'
import { readCrossPost } from '../../../src/main/import/guess/cross-post'
import { readDate } from '../../../src/main/import/guess/date'
import { guessKind, type KindClues } from '../../../src/main/import/guess/kind'
import { guessLanguage } from '../../../src/main/import/guess/language'
import { hostName, isSameSite, outletIn } from '../../../src/main/import/guess/outlet'

const clues = (some: Partial<KindClues>): KindClues => ({ label: '', headline: '', text: '', link: '', page: 'https://council.example/news/', hasPdf: false, ...some })
const kindOf = (some: Partial<KindClues>): string => guessKind(clues(some)).kind

describe('the kind of a story', () => {
  test.each([
    ['Newsletter', 'newsletter'],
    ['Press release', 'press-release'],
    ['Communiqué de presse', 'press-release'],
    ['بيان صحفي', 'press-release'],
    ['Statement', 'statement'],
    ['In the media', 'media-feature'],
    ['Media features', 'media-feature'],
    ['Meeting readout', 'readout'],
    ['Research & insights', 'research'],
    ['Publications', 'publication'],
    ['Knowledge product', 'knowledge-product'],
    ['Cross-post', 'cross-post'],
    ['Announcements', 'announcement'],
  ])('is what the source calls it: %s', (label, kind) => {
    // A headline that says otherwise counts less.
    expect(guessKind(clues({ label, headline: 'Insights from the newsletter' }))).toEqual({ kind, sure: true })
  })

  test('is a cross-post when it says where it appeared first', () => {
    expect(kindOf({ headline: 'A survey of ports', text: 'This text first appeared on the Delta Forum website.' })).toBe('cross-post')
  })

  test('is a media feature when it leads to another site, or says that it is about an article', () => {
    expect(kindOf({ headline: 'A survey of ports', link: 'https://meridian.example/ports' })).toBe('media-feature')
    expect(kindOf({ headline: 'A survey of ports', link: 'https://www.council.example/ports' })).toBe('research')
    expect(kindOf({ text: 'This Meridian Post article explains how ports hire.' })).toBe('media-feature')
  })

  test.each([
    ['Council newsletter, spring', 'newsletter'],
    ['Readout: two days in Lysøy', 'readout'],
    ['Celebrating Mayor Solvåg’s legacy', 'statement'],
    ['2025 year in review', 'knowledge-product'],
    ['Insights from the World Ports Report 2026', 'research'],
    ['Our 2025 Impact Report', 'publication'],
    ['Two councils launch a partnership', 'announcement'],
  ])('is read from the headline: %s', (headline, kind) => expect(kindOf({ headline })).toBe(kind))

  test('is a publication when there is a PDF and nothing else to go by', () => {
    expect(kindOf({ headline: 'Welcoming harbours', hasPdf: true })).toBe('publication')
  })

  test('is called unsure when nothing speaks for any', () => {
    expect(guessKind(clues({ headline: 'A town finds its apprentices' }))).toEqual({ kind: 'announcement', sure: false })
  })
})

describe('a cross-post', () => {
  test.each([
    ['This brief first appeared on the Delta Forum website.', 'Delta Forum'],
    ['This brief first appeared on the website of the Quayside Institute.', 'Quayside Institute'],
    ['Originally published by Open Quays.', 'Open Quays'],
    ['This article was originally published in The Meridian Post on 3 March 2026.', 'The Meridian Post'],
    ['The text was first posted on Open Quays’ blog.', 'Open Quays'],
    ['Republished with permission from Delta Forum.', 'Delta Forum'],
  ])('names its origin: %s', (text, origin) => expect(readCrossPost(text)?.origin).toBe(origin))

  test('keeps its note and its own words apart', () => {
    expect(readCrossPost('This brief first appeared on the Delta Forum website. We share texts of partners, and cross-posting does not imply endorsement. Seasonal work needs rooms.')).toEqual({
      origin: 'Delta Forum',
      note: 'We share texts of partners, and cross-posting does not imply endorsement.',
      rest: 'Seasonal work needs rooms.',
    })
  })

  test('is not seen in a text that only speaks of agreement', () => {
    expect(readCrossPost('The mayors signed an agreement with the ferry company. They endorsed the plan.')).toBeNull()
  })
})

describe('a date', () => {
  test.each([
    ['2026-03-02', '2026-03-02'],
    ['2026-03-02T23:30:00-05:00', '2026-03-02'],
    ['2 March 2026', '2026-03-02'],
    ['Published on 2nd of March, 2026', '2026-03-02'],
    ['March 2, 2026', '2026-03-02'],
    ['Sept. 17, 2026', '2026-09-17'],
    ['le 1er août 2026', '2026-08-01'],
    ['3 de marzo de 2026', '2026-03-03'],
    ['12. Dezember 2026', '2026-12-12'],
    ['٨ يناير ٢٠٢٦', '2026-01-08'],
  ])('is read from ‘%s’', (text, date) => expect(readDate(text)).toBe(date))
  test.each(['03/04/2026', '31 February 2026', '2026-02-30', 'March 2026', 'soon', ''])('is not made up from ‘%s’', (text) => expect(readDate(text)).toBeNull())
})

describe('a language', () => {
  test.each([
    ['The mayors met on the ferry and spoke of the rooms that they need for the summer.', '', 'en'],
    ['Les maires se sont réunis dans la ville pour parler des logements et du travail.', '', 'fr'],
    ['Las ciudades firmaron el acuerdo para los intérpretes que trabajan en el puerto.', '', 'es'],
    ['نص عربي قصير عن المدينة والميناء.', 'en-GB', 'ar'],
    ['نص عربي قصير عن المدينة والميناء.', 'ar-EG', 'ar-EG'],
    ['این شهر پذیرای مردم است و گزارش می‌دهد', '', 'fa'],
    ['Мери міст зустрілися на поромі, її порти відкриті', '', 'uk'],
    ['A few words', 'en_GB', 'en-GB'],
  ])('is told: %s (said: %s)', (text, said, language) => expect(guessLanguage(text, said)).toBe(language))
  test('is not made up for a few words', () => expect(guessLanguage('Ports 2026', '')).toBe(''))
})

test('an outlet is named by the words before its article', () => {
  expect(outletIn('This Meridian Post article explains it.')).toBe('Meridian Post')
  expect(outletIn('In an interview with Radio Quay, she explains it.')).toBe('Radio Quay')
  expect(outletIn('The article explains it.')).toBe('')
})

test('addresses of one organisation are told from those of others', () => {
  expect(hostName('https://www.council.example/a')).toBe('council.example')
  expect(isSameSite('https://news.council.example/', 'https://www.council.example/')).toBe(true)
  expect(isSameSite('https://council.example.evil.test/', 'https://council.example/')).toBe(false)
  expect(isSameSite('', 'https://council.example/')).toBe(false)
})
