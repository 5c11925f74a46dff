import { wordsOf } from './tokens'

/** The words of names that a desk knows: of its dictionary, its bylines and places. */
export type NameWords = ReadonlySet<string>

const word = /\p{L}/u
const capital = /^\p{Lu}/u
const cased = /^[\p{Lu}\p{Ll}\p{Lt}]/u

/**
 * The words of names that are listed. Of a script with capitals only words that have one count, so that the ‘of’ in ‘Harbour
 * of Merrow’ is no name; of another one those of three letters and more.
 */
export function nameWords(names: Iterable<string>): NameWords {
  const words = new Set<string>()
  for (const name of names) for (const part of wordsOf(name.normalize())) if (capital.test(part) || (word.test(part) && !cased.test(part) && part.length >= 3)) words.add(part)
  return words
}

/** Languages that write all their nouns with capitals: there only two of them in a row look like a name. */
const nounsWithCapitals = new Set(['de', 'lb', 'bar', 'gsw'])
/** English writes these with a capital wherever they stand. */
const alwaysCapital = /^(?:I|I['’](?:m|d|ll|ve))$/

/**
 * Where names stand in a text: words of a list, and words with a capital where no sentence begins. A title in which most
 * words have one says nothing by it.
 */
export function namesIn(text: string, language: string, listed: NameWords): { readonly from: number; readonly to: number }[] {
  const words = placedWords(text)
  const [tag = ''] = language.toLowerCase().split('-')
  const isTitle = words.length > 2 && words.filter(({ isCapital }) => isCapital).length > words.length * 0.7
  const looksLikeName = (index: number): boolean => {
    const found = words[index]
    return !isTitle && found !== undefined && found.isCapital && !found.opens && !alwaysCapital.test(found.text)
  }
  return words.filter((found, index) => {
    if (isListed(found.text, listed)) return true
    if (!looksLikeName(index)) return false
    return !nounsWithCapitals.has(tag) || looksLikeName(index - 1) || looksLikeName(index + 1)
  })
}

interface PlacedWord {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly isCapital: boolean
  /** Whether a sentence may begin with it. */
  readonly opens: boolean
}

function placedWords(text: string): PlacedWord[] {
  const words: PlacedWord[] = []
  let [from, opens] = [0, true]
  for (const part of wordsOf(text)) {
    if (word.test(part)) {
      words.push({ text: part, from, to: from + part.length, isCapital: capital.test(part), opens })
      opens = false
    } else if (/[.!?…:؟。\n“„«"‘•–—]/.test(part)) {
      opens = true
    }
    from += part.length
  }
  return words
}

/** Arabic writes ‘and’, ‘in’, ‘for’ and ‘the’ at the beginning of a word. */
const arabicPrefix = /^[وف]?[بلك]?(?:ال|لل)?/

function isListed(text: string, listed: NameWords): boolean {
  if (listed.size === 0) return false
  const whole = text.normalize()
  if (listed.has(whole) || listed.has(whole.replace(/['’]s$/, ''))) return true
  if (!/^\p{Script=Arabic}/u.test(whole)) return false
  const bare = whole.replace(arabicPrefix, '')
  return bare.length >= 3 && (listed.has(bare) || listed.has(`ال${bare}`))
}
