import { languageOf } from '../reader/language'
import type { FieldValues } from '../story/kind'
import { namesIn, type NameWords } from './names'
import { isNumberWord } from './number-words'
import { quotedIn } from './quoted'
import type { ChangeClass, Piece } from './redline-shape'
import { wordsOf } from './tokens'

/** What is known of the two texts beside their words. */
export interface WordContext {
  readonly language: string
  readonly names: NameWords
}

export const wordContext = (fields: FieldValues, names: NameWords): WordContext => ({ language: languageOf(fields) ?? 'en', names })

/** A run of text that came or went, with where it stands in the text that it is a part of. */
interface Touched {
  readonly piece: Piece
  readonly from: number
  readonly in: SideText
}

/** One of the two texts of a block, with what was found in it. */
interface SideText {
  readonly quoted: readonly Range[]
  readonly names: readonly Range[]
}
interface Range {
  readonly from: number
  readonly to: number
}

/** The words of a block in both revisions, as far as they are not the same. */
export function touchedIn(pieces: readonly Piece[], context: WordContext): Touched[] {
  if (pieces.every(({ kind }) => kind === 'same')) return []
  const older = sideText(pieces, 'deleted', context)
  const newer = sideText(pieces, 'inserted', context)
  let [before, after] = [0, 0]
  return pieces.flatMap((piece): Touched[] => {
    const [atBefore, atAfter] = [before, after]
    if (piece.kind !== 'inserted') before += piece.text.length
    if (piece.kind !== 'deleted') after += piece.text.length
    if (piece.kind === 'same') return []
    return [piece.kind === 'deleted' ? { piece, from: atBefore, in: older } : { piece, from: atAfter, in: newer }]
  })
}

function sideText(pieces: readonly Piece[], own: 'deleted' | 'inserted', { language, names }: WordContext): SideText {
  const text = pieces.flatMap(({ kind, text: words }) => (kind === 'same' || kind === own ? words : [])).join('')
  return { quoted: quotedIn(text, language), names: namesIn(text, language, names) }
}

/** What some words that came or went are about: the first that fits of number, quotation, name, link, wording. */
export function classOfWords(touched: readonly Touched[], isQuote: boolean, context: WordContext): ChangeClass {
  const of = (kind: Piece['kind']): Piece[] => touched.filter(({ piece }) => piece.kind === kind).map(({ piece }) => piece)
  const [deleted, inserted] = [of('deleted'), of('inserted')]
  if (numbersOf(deleted, context) !== numbersOf(inserted, context)) return 'number'
  const words = touched.filter(({ piece }) => piece.text.trim() !== '')
  if ((isQuote && touched.length > 0) || words.some((one) => one.in.quoted.some((range) => overlaps(one, range)))) return 'quotation'
  if (words.some((one) => one.in.names.some((range) => overlaps(one, range)))) return 'name'
  return linksOf(deleted) === linksOf(inserted) ? 'wording' : 'link'
}

const overlaps = ({ piece, from }: Touched, range: Range): boolean => from < range.to && from + piece.text.length > range.from

/** Numbers in digits and in words, months and days, as they follow each other. */
function numbersOf(pieces: readonly Piece[], { language }: WordContext): string {
  const words = wordsOf(pieces.map(({ text }) => text).join(''))
  return words.flatMap((word) => (/\p{N}/u.test(word) ? (word.match(/\p{N}+(?:[.,:/]\p{N}+)*/gu) ?? []) : isNumberWord(word, language) ? word.toLowerCase() : [])).join(' ')
}

/** Where the links of some text lead. */
export function linksOf(pieces: readonly Pick<Piece, 'marks'>[]): string {
  const addresses = pieces.flatMap(({ marks }) => (marks ?? []).filter(({ type }) => type === 'link').map(({ attrs }) => String(attrs?.['href'])))
  return [...new Set(addresses)].join(' ')
}
