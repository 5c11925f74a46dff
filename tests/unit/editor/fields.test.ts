import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import * as Y from 'yjs'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import { storyLog, storyText } from '../../../src/shared/story/story-doc'
import { derivedSlug, slugOf } from '../../../src/renderer/story/derived-slug'
import { changeOf, moved } from '../../../src/renderer/editor/fields/bound-text'
import { localInput, withOffset, zoneInWords } from '../../../src/renderer/editor/fields/local-time'
import { directionOf, nativeName } from '../../../src/renderer/editor/language'
import { fileSize } from '../../../src/renderer/editor/files/use-asset'

const [kind] = defaultKinds
if (kind === undefined) throw new Error('There is no kind')

function story(headline: string, slug: string): Y.Doc {
  const doc = new Y.Doc()
  storyText(doc, 'headline').insert(0, headline)
  storyText(doc, 'slug').insert(0, slug)
  return doc
}

describe('a slug', () => {
  test('follows the headline while it is what the headline gives', () => {
    expect(derivedSlug(story('Ports agree', 'ports-agree'), kind, 'Ports agree on homes')).toBe('ports-agree-on-homes')
    expect(derivedSlug(story('', ''), kind, 'Ports agree')).toBe('ports-agree')
  })
  test('follows it too with the number that tells it from another story', () => {
    expect(derivedSlug(story('Ports agree', 'ports-agree-2'), kind, 'Ports disagree')).toBe('ports-disagree')
  })
  test('stays when someone wrote it by hand', () => {
    expect(derivedSlug(story('Ports agree', 'homes'), kind, 'Ports disagree')).toBeUndefined()
    expect(derivedSlug(story('Ports agree', 'ports-agree-again'), kind, 'Ports disagree')).toBeUndefined()
  })
  test('stays once the story was submitted, since its address may be known', () => {
    const doc = story('Ports agree', 'ports-agree')
    const event = { format: 'copydesk.event/1', story: '6f0f7a52-5d0b-4d6e-9f57-0d4d7e6f2a11', by: 'a'.repeat(32), at: '2026-03-02T09:30:00.000Z', after: [], type: 'submit', revision: 'b'.repeat(64), note: '', reviewers: [], due: null }
    storyLog(doc).set('event', { event, signature: 'c2lnbmF0dXJl' })
    expect(derivedSlug(doc, kind, 'Ports disagree')).toBeUndefined()
  })
  test('is empty for an empty headline, which claims no address', () => {
    expect(slugOf('  ')).toBe('')
  })
})

describe('the cursor in a field that others change too', () => {
  test('stays between the same letters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), fc.nat(20), (before, after, at) => {
        const cursor = Math.min(at, before.length)
        const now = moved(cursor, changeOf(before, after))
        expect(now).toBeGreaterThanOrEqual(0)
        expect(now).toBeLessThanOrEqual(after.length)
        // What is left of the letters before the cursor is before it still.
        const kept = [...before].findIndex((letter, index) => letter !== after[index])
        if (kept === -1 || cursor < kept) expect(after.slice(0, now)).toBe(before.slice(0, cursor))
      }),
    )
  })
  test('moves with words that come before it, and not with words behind it', () => {
    expect(moved(5, { from: 0, deleted: 0, inserted: 3 })).toBe(8)
    expect(moved(5, { from: 7, deleted: 0, inserted: 3 })).toBe(5)
    expect(moved(5, { from: 5, deleted: 0, inserted: 3 })).toBe(5)
    expect(moved(5, changeOf('Ports agree', 'Nine ports agree'))).toBe(10)
  })
  test('is where the letters were when those around it are taken out', () => {
    expect(moved(5, { from: 3, deleted: 4, inserted: 0 })).toBe(3)
    expect(moved(9, { from: 3, deleted: 4, inserted: 0 })).toBe(5)
    expect(moved(9, { from: 3, deleted: 4, inserted: 2 })).toBe(7)
  })
})

describe('a moment', () => {
  test('is written as this computer’s time and kept with its offset', () => {
    const kept = withOffset('2026-03-02T09:30')
    expect(kept).toMatch(/^2026-03-02T09:30:00[+-]\d\d:\d\d$/)
    expect(localInput(kept)).toBe('2026-03-02T09:30')
  })
  test('that is none is empty', () => {
    expect(withOffset('')).toBe('')
    expect(localInput('soon')).toBe('')
  })
})

describe('a language', () => {
  test('has a direction, and its script counts before it', () => {
    expect(['ar', 'he', 'fa', 'ur-PK'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl'])
    expect(['en', 'es-MX', 'az-Latn', 'zh-Hant'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'ltr'])
    expect(directionOf('az-Arab')).toBe('rtl')
  })
  test('has its own name, and a wrong tag is shown as it is', () => {
    expect(nativeName('es')).toBe('Español')
    expect(nativeName('fr')).toBe('Français')
    expect(nativeName('not a tag')).toBe('not a tag')
  })
})

test('the size of a file is said in the unit that suits it', () => {
  expect([0, 1, 999, 1000, 15_300, 1_240_000, 734_000_000].map(fileSize)).toEqual(['0 bytes', '1 byte', '999 bytes', '1 kB', '15 kB', '1.2 MB', '734 MB'])
})

test('a time zone is named with how far it is from UTC, which is not said of UTC itself', () => {
  const offset = withOffset('2026-07-02T09:30').slice(-6)
  expect(zoneInWords('Europe/Lisbon', '2026-07-02T09:30:00Z')).toBe(`Europe/Lisbon (UTC${offset === '+00:00' ? '' : offset})`)
  expect(zoneInWords('UTC', '')).toBe('UTC')
})
