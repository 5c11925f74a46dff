import { describe, expect, test } from 'vitest'
import { isAboveText, proseFields, writtenFields } from '../../../src/shared/story/written-fields'

const fields = [
  { id: 'contact', type: 'text' },
  { id: 'summary', type: 'longText' },
  { id: 'slug', type: 'slug' },
  { id: 'context', type: 'longText' },
  { id: 'site', type: 'address' },
  { id: 'headline', type: 'text' },
  { id: 'topics', type: 'list' },
] as const
const ids = (some: readonly { readonly id: string }[]): string[] => some.map(({ id }) => id)

describe('The fields of a kind that are written as text', () => {
  test('come as one reads them: headline and summary, then those of the form in its order', () => expect(ids(writtenFields(fields))).toEqual(['headline', 'summary', 'contact', 'context']))
  test('hold sentences, but for single lines of the form', () => expect(ids(proseFields(fields))).toEqual(['headline', 'summary', 'context']))
  test('stand above the text if they are headline or summary', () => expect(writtenFields(fields).map(({ id }) => isAboveText(id))).toEqual([true, true, false, false]))
})
