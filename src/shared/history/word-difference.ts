import { wordsBeside } from '../story/words-beside'
import { fieldWords } from '../story/field-words'
import type { FieldDefinition } from '../story/kind'
import type { Revision } from '../story/revision'
import { plainText } from '../story/text'

/** How many words a version has that another has not, and the other way round. */
export interface WordDifference {
  readonly added: number
  readonly removed: number
}

/** Lines of words, each with how often it is there. */
type Bag = Map<string, number>

const word = /[\p{L}\p{M}\p{N}]+(?:[’'.,-][\p{L}\p{M}\p{N}]+)*/gu

/**
 * Counts the words that one version has more of than the other: what was only moved counts for nothing, and both numbers are zero
 * when the words are the same. In time that grows with the texts, however much was changed.
 * @param before Null for nothing: all words are added.
 */
export function wordDifference(before: Revision | null, after: Revision, fields: readonly FieldDefinition[]): WordDifference {
  const lines = difference(bagOf(before === null ? [] : linesOf(before, fields)), bagOf(linesOf(after, fields)))
  const words = difference(bagOf(wordsIn(lines.less)), bagOf(wordsIn(lines.more)))
  return { added: words.more.length, removed: words.less.length }
}

function linesOf({ body, fields }: Revision, definitions: readonly FieldDefinition[]): string[] {
  const texts = [fields['headline'], fields['summary']].filter((text) => typeof text === 'string')
  return [...texts, plainText(body), wordsBeside(body), fieldWords(definitions, fields)].flatMap((text) => text.split('\n'))
}

const wordsIn = (lines: readonly string[]): string[] => lines.flatMap((line) => line.match(word) ?? [])

function bagOf(items: readonly string[]): Bag {
  const bag: Bag = new Map()
  for (const item of items) bag.set(item, (bag.get(item) ?? 0) + 1)
  return bag
}

function difference(before: Bag, after: Bag): { readonly less: string[]; readonly more: string[] } {
  return { less: beyond(before, after), more: beyond(after, before) }
}

/** What one bag has more of than another, as often as it has more. */
function beyond(bag: Bag, other: Bag): string[] {
  const found: string[] = []
  for (const [item, count] of bag) for (let more = count - (other.get(item) ?? 0); more > 0; more--) found.push(item)
  return found
}
