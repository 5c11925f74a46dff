import type { Flavour } from './flavour'

type Dialect = Flavour['dialect']

/** Where a text stands in its line. */
export interface TextPlace {
  /** Nothing but white space is before it. */
  readonly startsLine: boolean
  /** Inside the brackets of a link or an image. */
  readonly inLabel: boolean
  /** Stands right after a footnote's call. */
  readonly afterCall: boolean
  /** A bracket (a link, a call) follows. */
  readonly beforeBracket: boolean
  readonly dialect: Dialect
}

/**
 * What is escaped anywhere. Besides CommonMark's and GFM's own: `{` (templates of site generators, attributes of headings),
 * `|` and `$$` (kramdown's tables and formulas), and what GFM makes a link by itself (6.9).
 */
const special = /[\\`*~[|{\ufeff]|\]|_|<(?=[a-z/!?])|&(?=#?[a-z0-9]+;)|(?<=\$)\$|@(?=[\w-])|(?<=(?:https?|ftp)):(?=\/\/)|(?<=www)\./gi
/**
 * In kramdown two angles open a quotation and hide the element after them, and a line with a bracket and a colon may be the definition
 * of a link or an abbreviation, which nobody sees.
 */
const specialInKramdown = new RegExp(`${special.source}|<|(?<=\\]):`, 'gi')
/** Quick answer for most texts. */
const mayBeSpecial = /[\\`*~[\]|{_<&$@\ufeff]|:\/\/|www\./i

/** What would make a block of a line when it starts it. */
const lineStart = /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-(?=[-:])|=+\s*$|:(?=[\s-]|$))/
const orderedStart = /^(\d+)([.)])(?=\s|$)/
const letter = /[\p{L}\p{N}]/u

/** Words as Markdown that any CommonMark or GFM parser reads back as exactly these words. */
export function escapeText(text: string, place: TextPlace): string {
  let escaped = mayBeSpecial.test(text) ? text.replace(place.dialect === 'kramdown' ? specialInKramdown : special, (found, at: number) => escapeOne(found, at, text, place)) : text
  if (place.startsLine) escaped = escapeLineStart(escaped)
  if (place.afterCall && /^[(:]/.test(escaped)) escaped = `\\${escaped}`
  if (place.beforeBracket && escaped.endsWith('!')) escaped = `${escaped.slice(0, -1)}\\!`
  return escaped
}

function escapeOne(found: string, at: number, text: string, { inLabel, startsLine, dialect }: TextPlace): string {
  switch (found) {
    case ']':
      return inLabel ? '\\]' : ']'
    case '_':
      // Inside a word an underscore is no emphasis.
      return letter.test(text.charAt(at - 1)) && letter.test(text.charAt(at + 1)) ? '_' : '\\_'
    case '&':
      return '&amp;'
    case '@':
      return /[\w.+-]/.test(text.charAt(at - 1)) || (at === 0 && !startsLine) ? '&#64;' : '@'
    case '\ufeff':
      return '&#65279;'
    case '`':
    case '~':
    case '<':
      // kramdown looks for code, struck words and elements before it looks for backslashes.
      return dialect === 'kramdown' ? reference(found) : `\\${found}`
    default:
      return `\\${found}`
  }
}

/** A character as a number, which no parser takes for anything but itself. */
export function reference(character: string): string {
  return `&#${character.codePointAt(0)};`
}

function escapeLineStart(text: string): string {
  if (lineStart.test(text)) return `\\${text}`
  if (/^\^\s*$/.test(text)) return `&#94;${text.slice(1)}`
  return text.replace(orderedStart, '$1\\$2')
}

/** A code span, fenced by more backticks than it holds in a row. */
export function codeSpan(code: string, inTable: boolean): string {
  const fence = '`'.repeat(longestRun(code, '`') + 1)
  const needsSpace = code.startsWith('`') || code.endsWith('`') || (code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '')
  const padding = needsSpace ? ' ' : ''
  return `${fence}${padding}${inTable ? code.replaceAll('|', '\\|') : code}${padding}${fence}`
}

/** How many times a character stands in a row at most. */
export function longestRun(text: string, character: string): number {
  let longest = 0
  let run = 0
  for (const one of text) {
    run = one === character ? run + 1 : 0
    if (run > longest) longest = run
  }
  return longest
}

const ampersand = /&(?=#?[a-z0-9]+;)/gi

/** The address of a link or an image, as `(` … `)` wants it. */
export function destination(address: string, dialect: Dialect): string {
  if (/^[\w./:?=#%~+,;@!$'*-]+$/.test(address) && !address.includes('~~')) return address
  // oxlint-disable-next-line no-control-regex -- these can't stand in a bare destination
  if (dialect === 'kramdown') return address === '' ? '<>' : address.replace(ampersand, '&amp;').replace(/[\\()<>{|"`~\u0000-\u0020\u007f]/g, reference)
  const escaped = address.replace(/[\\()<>{|]/g, '\\$&').replace(ampersand, '&amp;')
  // oxlint-disable-next-line no-control-regex -- as above
  if (address !== '' && !/[\u0000-\u0020\u007f]/.test(address)) return escaped
  return `<${escaped.replace(/[\n\r]/g, reference)}>`
}

/** A title in quotation marks; one of nothing is left out. */
export function titlePart(title: string, dialect: Dialect): string {
  if (title === '') return ''
  const escaped = dialect === 'kramdown' ? title.replace(ampersand, '&amp;').replace(/[\\"{|`~]/g, reference) : title.replace(/[\\"{|]/g, '\\$&').replace(ampersand, '&amp;')
  return ` "${escaped.replace(/[\n\r]/g, reference)}"`
}
