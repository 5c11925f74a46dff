import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDifference } from '../../../src/shared/history/word-difference'
import { KindId, StoryId } from '../../../src/shared/story/ids'
import type { Revision } from '../../../src/shared/story/revision'

const revision = (...lines: readonly string[]): Revision => ({
  format: 'copydesk.revision/1',
  story: StoryId.parse('0b2cf0ce-56b1-4e2c-9a53-5a5b6f3b1c11'),
  kind: KindId.parse('announcement'),
  fields: { headline: 'Nine ports' },
  body: { type: 'doc', content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) },
  assets: [],
})

test('words that one version has and the other has not are counted, a headline’s as well', () => {
  expect(wordDifference(revision('Nine ports signed.'), revision('Nine Baltic ports signed the pledge.'), [])).toEqual({ added: 3, removed: 0 })
  expect(wordDifference(null, revision('Nine ports signed.'), [])).toEqual({ added: 5, removed: 0 })
  expect(wordDifference(revision('One two'), { ...revision('One'), fields: {} }, [])).toEqual({ added: 0, removed: 3 })
})

test('what was only moved counts for nothing', () => {
  expect(wordDifference(revision('First of all.', 'Then this.'), revision('Then this.', 'First of all.'), [])).toEqual({ added: 0, removed: 0 })
})

test('the numbers are those of the other way round, the other way round', () => {
  const lines = fc.array(fc.array(fc.constantFrom('a', 'b', 'ports', 'of'), { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')), { maxLength: 5 })
  fc.assert(
    fc.property(lines, lines, (one, other) => {
      const there = wordDifference(revision(...one), revision(...other), [])
      expect(wordDifference(revision(...other), revision(...one), [])).toEqual({ added: there.removed, removed: there.added })
    }),
  )
})
