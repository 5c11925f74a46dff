import { textOfAttribute } from '../document/attributes'
import { inlineTree, type InlinePiece } from '../document/inline-tree'
import { directionOf } from '../reader/language'
import type { Wording } from '../reader/wording'
import type { DocumentMark, DocumentNode } from '../story/revision'
import { codeSpan, destination, escapeText, reference, titlePart } from './escape-text'
import type { Flavour } from './flavour'
import { footnoteCall } from './html-footnotes'

/** What one document is written with: its footnotes are collected as they are called. */
export interface Writer {
  readonly assetAddress: (hash: string) => string
  /** Where readers are led by a link: a story of the desk has an address of its own for them. */
  readonly addressOf: (href: string) => string | null
  readonly flavour: Flavour
  /** Words of the story’s language for what has no title; null when they are not wanted. */
  readonly wording: Wording | null
  /** A line end that readers see. */
  readonly lineBreak: string
  /** The ids of the headings that are still to be written, in order. */
  readonly anchors: (string | null)[]
  /** The footnotes' texts, in order. */
  readonly notes: string[]
}

/**
 * A piece of a line: words that are still to be escaped, a delimiter of emphasis, or Markdown that is final. The first or
 * last character of words is written as a character reference where a delimiter needs punctuation beside it.
 */
type Part =
  | { readonly kind: 'words'; readonly text: string; readonly inLabel: boolean; encodeFirst: boolean; encodeLast: boolean }
  | { readonly kind: 'open' | 'close'; readonly text: string }
  | { readonly kind: 'final'; readonly text: string }

interface Line {
  readonly inTable: boolean
  readonly inLabel: boolean
}

/** The inline content of one block as Markdown. */
export function writeInline(content: readonly DocumentNode[], writer: Writer, { inTable = false } = {}): string {
  const only = content.length === 1 ? content[0] : undefined
  if (only?.type === 'text' && only.marks === undefined) return escapeText(only.text ?? '', { startsLine: true, inLabel: false, afterCall: false, beforeBracket: false, dialect: writer.flavour.dialect })
  const parts = partsOf(inlineTree(content), writer, { inTable, inLabel: false })
  settleDelimiters(parts)
  return parts.map((part, index) => written(part, parts[index - 1], parts[index + 1], writer.flavour)).join('')
}

function partsOf(pieces: readonly InlinePiece[], writer: Writer, line: Line): Part[] {
  const parts: Part[] = []
  pieces.forEach((piece, index) => parts.push(...partsOfPiece(piece, pieces[index - 1], pieces[index + 1], writer, line)))
  return parts
}

function partsOfPiece(piece: InlinePiece, before: InlinePiece | undefined, after: InlinePiece | undefined, writer: Writer, line: Line): Part[] {
  switch (piece.kind) {
    case 'text':
      return [{ kind: 'words', text: piece.text, inLabel: line.inLabel, encodeFirst: false, encodeLast: false }]
    case 'break':
      // Two spaces alone would make an empty line, which ends the paragraph; and kramdown shows a backslash alone.
      return [{ kind: 'final', text: before?.kind !== 'break' ? writer.lineBreak : writer.flavour.dialect === 'kramdown' ? '<br>' : '\\\n' }]
    case 'footnote':
      return [{ kind: 'final', text: callOf(writer.notes.push(writeInline(piece.note.content ?? [], writer)), writer) }]
    case 'mark':
      return partsOfMark(piece.mark, piece.content, before, after, writer, line)
  }
}

const callOf = (number: number, { flavour }: Writer): string => (flavour.footnotes === 'html' ? footnoteCall(number) : `[^${number}]`)

function partsOfMark(mark: DocumentMark, content: readonly InlinePiece[], before: InlinePiece | undefined, after: InlinePiece | undefined, writer: Writer, line: Line): Part[] {
  switch (mark.type) {
    case 'bold':
      return around('**', partsOf(content, writer, line))
    case 'strike':
      return around('~~', partsOf(content, writer, line))
    case 'italic': {
      const inner = partsOf(content, writer, line)
      // Where two runs of stars would meet, their reading is not certain.
      const meetsStars = [before, after].some(isBold) || [inner[0], inner.at(-1)].some((part) => part?.text.startsWith('*') && part.kind !== 'words')
      return around(meetsStars ? '_' : '*', inner)
    }
    case 'code':
      return [{ kind: 'final', text: codeSpan(wordsOf(content), line.inTable) }]
    case 'link':
      return partsOfLink(mark, content, writer, line)
    case 'underline':
      return inTag('u', markdownOf(writer), partsOf(content, writer, line))
    case 'subscript':
      return inTag('sub', '', partsOf(content, writer, line))
    case 'superscript':
      return inTag('sup', '', partsOf(content, writer, line))
    case 'highlight':
      return inTag('mark', markdownOf(writer), partsOf(content, writer, line))
    case 'language':
      return inTag('span', languageOf(textOfAttribute(mark, 'lang')), partsOf(content, writer, line))
    default:
      return partsOf(content, writer, line)
  }
}

function around(delimiter: string, inner: readonly Part[]): Part[] {
  return [{ kind: 'open', text: delimiter }, ...inner, { kind: 'close', text: delimiter }]
}

/** Words in an element of HTML. It never stands alone in its line, where it would be a block. */
function inTag(tag: string, attributes: string, inner: readonly Part[]): Part[] {
  return [{ kind: 'final', text: `<${tag}${attributes}>` }, ...inner, { kind: 'final', text: `</${tag}>` }]
}

/** Elements in whose words kramdown looks for Markdown only when it is asked to, and then in a line. */
function markdownOf({ flavour }: Writer): string {
  return flavour.asksForMarkdown ? ' markdown="span"' : ''
}

/** A language, with the direction of those that are written from the right. */
function languageOf(lang: string): string {
  return ` lang="${lang}"${directionOf(lang) === 'rtl' ? ' dir="rtl"' : ''}`
}

/** Whether what stands beside an italic run starts or ends with stars. */
function isBold(piece: InlinePiece | undefined): boolean {
  return piece?.kind === 'mark' && (piece.mark.type === 'bold' || piece.mark.type === 'italic')
}

function wordsOf(content: readonly InlinePiece[]): string {
  return content.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')
}

function partsOfLink(mark: DocumentMark, content: readonly InlinePiece[], writer: Writer, line: Line): Part[] {
  const [said, title] = [textOfAttribute(mark, 'href'), textOfAttribute(mark, 'title')]
  const href = writer.addressOf(said) ?? said
  const [only] = content
  if (title === '' && content.length === 1 && only?.kind === 'text' && isAutolink(only.text, href, line.inTable, writer.flavour)) return [{ kind: 'final', text: `<${only.text}>` }]
  const label = partsOf(content, writer, { ...line, inLabel: true })
  return [{ kind: 'final', text: '[' }, ...label, { kind: 'final', text: `](${destination(href, writer.flavour.dialect)}${titlePart(title, writer.flavour.dialect)})` }]
}

/** Whether a link says its own address and nothing else (CommonMark, 6.5). */
function isAutolink(words: string, href: string, inTable: boolean, { dialect }: Flavour): boolean {
  // oxlint-disable-next-line no-control-regex -- an autolink holds none of these
  if (inTable || /[\u0000-\u0020<>\u007f{|\\]/.test(words)) return false
  // kramdown reads references of characters in them, which CommonMark does not, and has none for telephones.
  if (dialect === 'kramdown' && /^tel:|&/i.test(words)) return false
  if (href === words) return /^(https?|tel):/i.test(words)
  return href === `mailto:${words}` && /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i.test(words)
}

/**
 * Whether a delimiter opens or closes depends on the characters beside it (CommonMark, 6.2). Where they are wrong, the
 * nearest one is written as a character reference, which counts as punctuation and reads back as itself.
 */
function settleDelimiters(parts: readonly Part[]): void {
  let changed = parts.some(({ kind }) => kind === 'open')
  // What one delimiter needs may change what stands beside another; references only ever become more.
  while (changed) {
    changed = false
    parts.forEach((part, index) => {
      if (part.kind === 'open' && settle(part.text, parts[index - 1], parts[index + 1], 'last', 'first')) changed = true
      if (part.kind === 'close' && settle(part.text, parts[index + 1], parts[index - 1], 'first', 'last')) changed = true
    })
  }
}

type End = 'first' | 'last'

/**
 * @param outer What stands outside of the delimiter, and `outerEnd` which of its ends is beside it; `inner` likewise.
 * @returns Whether something had to be changed.
 */
function settle(delimiter: string, outer: Part | undefined, inner: Part | undefined, outerEnd: End, innerEnd: End): boolean {
  const inside = classAt(inner, innerEnd)
  const outside = classAt(outer, outerEnd)
  const innerChanged = inside === 'space' && encode(inner, innerEnd)
  const isFine = outside === 'space' || outside === 'punctuation' || (delimiter !== '_' && inside === 'letter')
  return (!isFine && encode(outer, outerEnd)) || innerChanged
}

/** Whether it was not written as a reference before. */
function encode(part: Part | undefined, end: End): boolean {
  if (part?.kind !== 'words' || isEncoded(part, end)) return false
  if (end === 'first') part.encodeFirst = true
  else part.encodeLast = true
  return true
}

/** A single character is first and last. */
function isEncoded({ text, encodeFirst, encodeLast }: Extract<Part, { kind: 'words' }>, end: End): boolean {
  const isSingle = text.length === ((text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1)
  return isSingle ? encodeFirst || encodeLast : end === 'first' ? encodeFirst : encodeLast
}

type CharacterClass = 'space' | 'punctuation' | 'letter' | 'either'

/** How the character at one end of a part counts beside a delimiter; nothing at all counts as a space. */
function classAt(part: Part | undefined, end: End): CharacterClass {
  if (part === undefined) return 'space'
  if (part.kind !== 'words') return part.text.includes('\n') ? 'space' : 'punctuation'
  if (isEncoded(part, end)) return 'punctuation'
  return classOf(end === 'first' ? part.text.charAt(0) : part.text.charAt(part.text.length - 1))
}

function classOf(character: string): CharacterClass {
  if (/\s/.test(character)) return 'space'
  if (/[!-/:-@[-`{-~]|\p{P}/u.test(character)) return 'punctuation'
  // Parsers of CommonMark before 0.31 take symbols for letters, and some can't see beyond the basic plane.
  return /[\p{S}\ud800-\udfff]/u.test(character) ? 'either' : 'letter'
}

function written(part: Part, before: Part | undefined, after: Part | undefined, { dialect }: Flavour): string {
  if (part.kind !== 'words') return part.text
  const [first, middle, last] = threeParts(part)
  const place = {
    startsLine: first === '' && (before === undefined || before.text.endsWith('\n')),
    inLabel: part.inLabel,
    afterCall: first === '' && before?.kind === 'final' && before.text.startsWith('[^'),
    beforeBracket: last === '' && after?.kind === 'final' && after.text.startsWith('['),
    dialect,
  }
  const escaped = escapeText(middle, place)
  // A call is the only thing in brackets that starts with a caret.
  const caret = place.inLabel && before?.text === '[' && escaped.startsWith('^') ? `&#94;${escaped.slice(1)}` : escaped
  return orNothing(first) + caret + orNothing(last)
}

/** The words with those characters apart that are written as references. */
function threeParts({ text, encodeFirst, encodeLast }: Extract<Part, { kind: 'words' }>): [first: string, middle: string, last: string] {
  if (!encodeFirst && !encodeLast) return ['', text, '']
  const characters = [...text]
  const first = encodeFirst ? (characters.shift() ?? '') : ''
  const last = encodeLast ? (characters.pop() ?? '') : ''
  return [first, characters.join(''), last]
}

const orNothing = (character: string): string => (character === '' ? '' : reference(character))
