import { quotesOf } from './quotes'

/** What takes the place of a character that was typed, and of some of those before it. */
export interface Correction {
  /** How many UTF-16 units before the typed character go, too. */
  readonly back: number
  readonly insert: string
}

/** The characters that may be corrected: nothing else needs to be looked at. */
export const corrected: ReadonlySet<string> = new Set(['"', "'", '.', '-', ' ', ';', '!', '?', ':'])

const narrow = '\u202f'
const unbroken = '\u00a0'
/** After these a quotation opens: the beginning, a space, a bracket, a dash, another opening sign. */
const opensAfter = /(^|[\s\u00a0\u202f([{<\u2013\u2014/“‘„‚«‹「『\ufffc]|[¿¡])$/u

/**
 * How a character that someone types is set in a language: quotation marks and apostrophes, an ellipsis for three full stops, a
 * dash for two hyphens (a longer one for three) or for a hyphen between spaces, and in French the spaces before signs. Null
 * when it stays as it is.
 * @param before The text of the block before the character; a hundred units are enough. What is no text is U+FFFC.
 */
export function asTyped(before: string, typed: string, language: string): Correction | null {
  switch (typed) {
    case '"':
      return quotationMark(before, language)
    case "'":
      return apostrophe(before, language)
    case '.':
      return /(^|[^.])\.\.$/.test(before) ? { back: 2, insert: '…' } : null
    case '-':
      return dash(before)
    case ' ':
      // A hyphen that starts a block makes a list; one between words is a dash.
      return /[\p{L}\p{N}\p{P}] -$/u.test(before) && !/-{2,} ?-$/.test(before) ? { back: 1, insert: '– ' } : null
    case ';':
    case '!':
    case '?':
    case ':':
      return frenchSpace(before, typed, language)
    default:
      return null
  }
}

function quotationMark(before: string, language: string): Correction {
  const { outer, space } = quotesOf(language)
  const [open, close] = outer
  // Where the signs stand apart from the words, a space before one does not say that it opens.
  if (space !== '' && isOpen(before, open, close) && !before.endsWith(`${open}${space}`)) return closing(before, close, space)
  if (opensAfter.test(before)) return { back: 0, insert: `${open}${space}` }
  return closing(before, close, space)
}

/** A space that someone put before the sign gives way to the one that belongs there. */
function closing(before: string, close: string, space: string): Correction {
  const typed = space === '' ? 0 : /[ \u00a0\u202f]*$/.exec(before)?.[0].length ?? 0
  return { back: typed, insert: `${space}${close}` }
}

/** Whether a quotation is open: more signs open than close. Languages with one sign for both take turns. */
function isOpen(before: string, open: string, close: string): boolean {
  const count = (sign: string): number => before.split(sign).length - 1
  return open === close ? count(open) % 2 === 1 : count(open) > count(close)
}

function apostrophe(before: string, language: string): Correction {
  const { inner } = quotesOf(language)
  const [open, close] = inner
  if (opensAfter.test(before)) return { back: 0, insert: open }
  // Inside of a word it is an apostrophe in every language; behind one it may close a quotation that is open.
  return { back: 0, insert: isOpen(before, open, close) && close !== '’' ? close : '’' }
}

function dash(before: string): Correction | null {
  // Three hyphens alone in a block are a rule.
  if (/^\s*[-–—]*$/.test(before)) return null
  if (before.endsWith('–')) return { back: 1, insert: '—' }
  return /(^|[^-])-$/.test(before) ? { back: 1, insert: '–' } : null
}

/** In French a sign of two parts stands after a space that does not break: a narrow one, but a whole one before the colon. */
function frenchSpace(before: string, typed: string, language: string): Correction | null {
  if (!/^fr(-|$)/i.test(language) || /^fr-ca/i.test(language) || !/\S $/.test(before)) return null
  return { back: 1, insert: `${typed === ':' ? unbroken : narrow}${typed}` }
}
