import { describe, expect, test } from 'vitest'
import type { StoryRow } from '../../../src/shared/ipc'
import { score } from '../../../src/renderer/views/palette/score'
import { stillFound } from '../../../src/renderer/views/palette/still-found'
import { Instant, KindId, StoryId } from '../../../src/shared/story/ids'

describe('What is typed into the palette', () => {
  test('finds a name by its start, by the starts of its words in any order, and by what is inside, in this order', () => {
    const [start, words, inside] = [score('Dark appearance', 'dark'), score('Dark appearance', 'app da'), score('Dark appearance', 'pear')]
    expect(start).toBeGreaterThan(words)
    expect(words).toBeGreaterThan(inside)
    expect(inside).toBeGreaterThan(0)
  })

  test('does not find a name that merely has its letters', () => {
    expect(score('My drafts', 'mds')).toBe(0)
    expect(score('Approved', 'ver')).toBe(0)
  })

  test('is compared without regard to case, in any script', () => {
    expect(score('Act as ΔΗΜΗΤΡΑ', 'δημ')).toBeGreaterThan(0)
    expect(score('New Press release', 'new PRESS')).toBe(1)
  })

  test('that is empty leaves everything in its place', () => {
    expect(score('Anything', '')).toBe(1)
  })
})

describe('Stories that were found by what was typed before', () => {
  const at = Instant.parse('2026-11-24T09:00:00.000Z')
  const row = (headline: string): StoryRow => ({ id: StoryId.parse(crypto.randomUUID()), kind: KindId.parse('statement'), headline, summary: '', state: 'draft', changedSinceApproval: false, author: '', language: 'en', wordCount: 0, due: null, updatedAt: at, createdAt: at, translations: [] })
  const found = { by: 'dark', rows: [row('Dark quays get light'), row('Dakar joins the nine'), row('Light, not dark')] }
  const headlines = (typed: string): string[] => stillFound(found, typed).map(({ headline }) => headline)

  test('are all shown for just that, whatever it was found in', () => {
    expect(headlines('dark')).toEqual(['Dark quays get light', 'Dakar joins the nine', 'Light, not dark'])
  })

  test('stay while more is typed only when they say it as well', () => {
    expect(headlines('dark q')).toEqual(['Dark quays get light'])
    expect(headlines('dark appear')).toEqual([])
  })

  test('are gone with the words', () => {
    expect(headlines('')).toEqual([])
    expect(headlines('d')).toEqual([])
  })
})
