import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { excerpt } from '../../../src/shared/story/excerpt'
import { wholeGraphemes } from '../../../src/shared/story/graphemes'
import { isSlug, slugFrom } from '../../../src/shared/story/slug'
import { plainText, wordCount } from '../../../src/shared/story/text'

// Hundreds of made-up cases each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 })

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(fc.constantFrom('mayors', 'naïve', '👩‍💻', '🇵🇹', '港湾都市', 'مدينة', 'ne\u0301e', '—', ',', ' ', '\n', 'ประเทศไทย', 'don’t', '\u{20000}\u{20001}'), { maxLength: 20 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom('港', '👨‍👩‍👧', 'é', 'e\u0301', 'a'), { maxLength: 60 }).map((parts) => parts.join('')),
)

/** Where graphemes begin or end. */
function edges(text: string): Set<number> {
  return new Set([text.length, ...Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ index }) => index)])
}

describe('an excerpt', () => {
  test('is the whole text when there is room for it', () => {
    expect(excerpt('  Mayors   of nine\nports ', 19)).toBe('Mayors of nine…')
    expect(excerpt('  Mayors   of nine\nports ', 20)).toBe('Mayors of nine ports')
  })

  test.each([
    ['Mayors of nine ports agree', 16, 'Mayors of nine…'],
    ['Mayors of nine ports agree', 15, 'Mayors of nine…'],
    ['Mayors of nine ports agree', 14, 'Mayors of…'],
    ['Mayors of nine, and of ten', 17, 'Mayors of nine…'],
    ['Incomprehensibilities', 10, 'Incompreh…'],
    ['👩‍💻👩‍💻👩‍💻', 7, '👩‍💻…'],
    ['港湾都市の市長が合意した', 7, '港湾都市の…'],
    ['The mayors met in 港湾都市の市長が合意した', 25, 'The mayors met in 港湾都市の…'],
  ])('of ‘%s’ in %i units is ‘%s’', (text, limit, expected) => {
    expect(excerpt(text, limit)).toBe(expected)
  })

  test('never is longer than its limit, cuts no character, and starts as the text does', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 60 }), (text, limit) => {
        const result = excerpt(text, limit)
        const whole = text.replace(/\s+/g, ' ').trim()
        expect(result.length).toBeLessThanOrEqual(limit)
        if (whole.length <= limit) {
          expect(result).toBe(whole)
          return
        }
        expect(result.endsWith('…')).toBe(true)
        const start = result.slice(0, -1)
        expect(whole.startsWith(start)).toBe(true)
        expect(edges(whole)).toContain(start.length)
      }),
      { numRuns: 200 },
    )
  })

  test('ends at a word, and is the longest that does', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé]{1,9}$/), { minLength: 2, maxLength: 20 }), fc.integer({ min: 11, max: 60 }), (words, limit) => {
        const whole = words.join(' ')
        fc.pre(whole.length > limit)
        const kept = excerpt(whole, limit).slice(0, -1).split(' ')
        expect(kept).toEqual(words.slice(0, kept.length))
        expect(words.slice(0, kept.length + 1).join(' ').length).toBeGreaterThan(limit - 1)
      }),
    )
  })

  test('needs room for a letter and an ellipsis', () => {
    expect(() => excerpt('Mayors', 1)).toThrow(RangeError)
  })
})

test('whole graphemes: the longest start that cuts none', () => {
  fc.assert(
    fc.property(anyText, fc.nat(40), (text, limit) => {
      const start = wholeGraphemes(text, limit)
      expect(start.length).toBe(Math.max(...[...edges(text)].filter((edge) => edge <= limit), 0))
      expect(text.startsWith(start)).toBe(true)
    }),
  )
})

describe('a slug', () => {
  test.each([
    ['Nine ports agree on a ‘clean quay’', 'nine-ports-agree-on-a-clean-quay'],
    ['Łódź, São Paulo & Malmö: the mayors’ plan', 'lodz-sao-paulo-malmo-the-mayors-plan'],
    ['STRASSE ist Straße', 'strasse-ist-strasse'],
    ['İstanbul’da', 'istanbulda'],
    ['Ǣ and Ǿ', 'ae-and-o'],
    ['مدن الميناء', 'مدن-الميناء'],
    ['हिन्दी में', 'हिन्दी-में'],
    ['港湾都市', '港湾都市'],
    ['𝐁𝐨𝐥𝐝 ﬁsh', 'bold-fish'],
    ['2026: the plan', '2026-the-plan'],
    ['!?—', 'story'],
    ['', 'story'],
  ])('of ‘%s’ is ‘%s’', (headline, slug) => {
    expect(slugFrom(headline)).toBe(slug)
  })

  test('of any headline can stand in an address, is not too long, is well-formed, and is its own slug', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 60 })), fc.integer({ min: 5, max: 90 }), (headline, length) => {
        const slug = slugFrom(headline, length)
        expect(slug.length).toBeLessThanOrEqual(length)
        expect(isSlug(slug)).toBe(true)
        expect(slug).not.toMatch(/\p{Surrogate}/u)
        expect(slugFrom(slug, length)).toBe(slug)
      }),
      { numRuns: 200 },
    )
  })

  test('ends at a word when it is cut', () => {
    expect(slugFrom('Nine ports agree on clean quays', 16)).toBe('nine-ports-agree')
    expect(slugFrom('Nine ports agree on clean quays', 15)).toBe('nine-ports')
    expect(slugFrom('\u{20000}\u{20001}\u{20002}', 5)).toBe('\u{20000}\u{20001}')
  })

  test.each(['', '-', 'a-', '-a', 'a--b', 'A', 'a b', 'a/b', 'a.b', 'a_b', '%2e', '../a'])('‘%s’ is none', (text) => {
    expect(isSlug(text)).toBe(false)
  })
})

describe('words', () => {
  test.each([
    ['', 0],
    ['  \n ', 0],
    ['—', 0],
    ['Mayors of nine ports', 4],
    ['The mayors’ long-term plan: 1,250 ferries.', 6],
    ['naïve ne\u0301e', 2],
    ['مدن الميناء', 2],
    ['港湾都市の市長', 4],
  ])('‘%s’ has %i', (text, count) => {
    expect(wordCount(text)).toBe(count)
  })

  test('a body’s text is one line a block; a footnote’s text is where it is called', () => {
    const body = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Ports' }] },
        { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'one' }, { type: 'hardBreak' }, { type: 'text', text: 'two', marks: [{ type: 'bold' }] }] }] }] },
        { type: 'figure', attrs: { caption: 'Not part of it' } },
        { type: 'paragraph', content: [{ type: 'text', text: 'Called' }, { type: 'footnote', content: [{ type: 'text', text: 'the note' }] }] },
      ],
    }
    expect(plainText(body)).toBe('Ports\none\ntwo\nCalled the note')
  })
})
