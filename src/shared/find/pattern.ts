import { patternWithAnyAccents, patternWithItsAccents } from './accents'
import type { FindOptions } from './find-options'

/** A pattern to search with, or why there is none: nothing was typed yet, or what was typed is no regular expression. */
export type Pattern = { readonly kind: 'pattern'; readonly source: string; readonly matchCase: boolean } | { readonly kind: 'empty' } | { readonly kind: 'wrong'; readonly why: string }

/** Scripts that put no space between words: there, every place may be the border of one. */
const unspaced = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]'
const letter = `(?!${unspaced})[\\p{L}\\p{M}\\p{N}_]`

/** The pattern for what someone searches. A literal text and a regular expression find the same way, so that they are shown and replaced alike. */
export function patternOf({ text, matchCase, ignoreAccents, wholeWord, regexp }: FindOptions): Pattern {
  if (text === '') return { kind: 'empty' }
  const wanted = regexp ? text : (ignoreAccents ? patternWithAnyAccents : patternWithItsAccents)(text, literal)
  if (wanted === '') return { kind: 'empty' }
  const wrong = regexp ? whyWrong(wanted) : null
  if (wrong !== null) return { kind: 'wrong', why: wrong }
  return { kind: 'pattern', source: wholeWord ? whole(wanted) : wanted, matchCase }
}

/** The regular expression of a pattern, for `matchAll`. */
export const expressionOf = ({ source, matchCase }: Extract<Pattern, { kind: 'pattern' }>): RegExp => new RegExp(source, matchCase ? 'gu' : 'giu')

/** A text as a pattern that matches only itself; an apostrophe or a quote also as the typewriter writes it, and a space also one that does not break. */
function literal(text: string): string {
  return text
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/"/g, '["“”„«»]')
    .replace(/ /g, '[ \\u00a0\\u202f]')
}

const whole = (source: string): string => `(?<!${letter})(?:${source})(?!${letter})`

/** What the engine says of an expression, as the end of a sentence; null when it is right. */
function whyWrong(source: string): string | null {
  try {
    return new RegExp(source, 'u').unicode ? null : ''
  } catch (error) {
    const words = error instanceof Error ? error.message : ''
    // The message repeats the expression before it comes to the point.
    const point = words.slice(words.lastIndexOf(': ') + 2).trim()
    return point === '' ? 'it can’t be read' : point.charAt(0).toLowerCase() + point.slice(1)
  }
}

/** The replacement as `prosemirror-search` and `String.replace` read it: in a literal search every character stands for itself. */
export const replacementOf = (replacement: string, regexp: boolean): string => (regexp ? replacement : replacement.replaceAll('$', '$$$$'))
