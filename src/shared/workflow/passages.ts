import { canonicalText } from '../story/canonical'
import type { DocumentMark, DocumentNode } from '../story/revision'

/** A word of a text with all that makes it say something: two are the same when their keys are. */
export interface Word {
  readonly key: string
  /** What a change of it would touch beside wording; null for a plain word. */
  readonly touches: Touchable | null
}

/** What a change may touch, what matters most first. */
export const touchable = ['a number', 'a quotation', 'a footnote', 'a link', 'a block of the text', 'a name or another word with a capital', 'words of a script in which names can’t be told'] as const
export type Touchable = (typeof touchable)[number]

/** A block of text, or one that has none, such as an image. */
export interface Passage {
  /** What it is and stands in, without what only changes its looks. */
  readonly shape: string
  /** Its text as the document has it, and whether it stands in a quotation. */
  readonly content: readonly DocumentNode[]
  readonly quoted: boolean
}

/** Blocks that are read as running text, whatever they look like. */
const running = new Set(['paragraph', 'heading'])
/** Marks that change how words look and not what they say. */
const looks = new Set(['bold', 'italic', 'underline', 'highlight', 'language'])
const quotes = new Set(['blockquote', 'pullQuote'])

/** The blocks of a body in reading order. Part of the measure of small changes: see `changeBetween`. */
export function passagesOf(body: DocumentNode): readonly Passage[] {
  return passagesIn(body, [], false)
}

function passagesIn(node: DocumentNode, within: readonly string[], quoted: boolean): readonly Passage[] {
  const content = node.content ?? []
  if (running.has(node.type)) return [{ shape: canonicalText(within), content, quoted }]
  if (node.type === 'doc') return content.flatMap((child) => passagesIn(child, within, quoted))
  // The spaces of code, and words that are not running text, are told apart to the letter.
  const holdsBlocks = content.some((child) => running.has(child.type) || (child.content ?? []).length > 0) && content.every(({ text }) => text === undefined)
  if (!holdsBlocks) return node.type === 'pullQuote' ? [{ shape: canonicalText([...within, ownShape(node)]), content, quoted: true }] : [{ shape: canonicalText([...within, node]), content: [], quoted }]
  // Each child says which of its parent's it is, so that nothing can pass from one list or cell to the next unseen.
  return content.flatMap((child, place) => passagesIn(child, [...within, ownShape(node), String(place)], quoted || quotes.has(node.type)))
}

const ownShape = ({ type, attrs }: DocumentNode): string => canonicalText({ type, attrs: attrs ?? {} })

/** A run of one letter or more that looks and leads the same. */
interface Letter {
  readonly letter: string
  readonly marks: string
  readonly linked: boolean
  readonly quoted: boolean
}

/** The words of a passage, each with what it touches. */
export function wordsOf({ content, quoted }: Passage): readonly Word[] {
  const words: Word[] = []
  let letters: Letter[] = []
  const end = (): void => {
    if (letters.length > 0) words.push(wordOf(letters))
    letters = []
  }
  for (const piece of withQuotations(content, quoted)) {
    if ('letter' in piece && piece.letter.trim() !== '') letters.push(piece)
    else end()
    if ('leaf' in piece) words.push(leafWord(piece.leaf))
  }
  end()
  return words
}

function leafWord(leaf: DocumentNode): Word {
  if (leaf.type === 'hardBreak') return { key: '\n', touches: null }
  return { key: `\n${canonicalText(leaf)}`, touches: leaf.type === 'footnote' ? 'a footnote' : 'a block of the text' }
}

function wordOf(letters: readonly Letter[]): Word {
  const text = letters.map(({ letter }) => letter).join('')
  return { key: letters.map(({ letter, marks }) => `${letter}${marks}`).join(''), touches: touchedBy(text, letters) }
}

function touchedBy(text: string, letters: readonly Letter[]): Touchable | null {
  if (/\p{N}/u.test(text)) return 'a number'
  if (letters.some(({ quoted }) => quoted)) return 'a quotation'
  if (letters.some(({ linked }) => linked)) return 'a link'
  if (/\p{Lu}|\p{Lt}/u.test(text)) return 'a name or another word with a capital'
  return /\p{Lo}/u.test(text) ? 'words of a script in which names can’t be told' : null
}

/** Marks that open a quotation, each with those that close it. */
const closing: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '»': '«', '「': '」', '『': '』', '"': '"', '‘': '’', '‹': '›' }

/** The letters of a text, each with whether it stands in quotation marks; the marks themselves do. A quotation that is not closed reaches to the end. */
function withQuotations(content: readonly DocumentNode[], quoted: boolean): readonly (Letter | { readonly leaf: DocumentNode })[] {
  let closes: string | null = null
  const pieces = content.flatMap((node): (Omit<Letter, 'quoted'> | { readonly leaf: DocumentNode })[] => {
    if (node.type !== 'text') return [{ leaf: node }]
    const said = (node.marks ?? []).filter(({ type }) => !looks.has(type))
    const marks = said.length === 0 ? '' : canonicalText([...said].sort((a: DocumentMark, b: DocumentMark) => (a.type < b.type ? -1 : 1)))
    return [...(node.text ?? '')].map((letter) => ({ letter, marks, linked: said.some(({ type }) => type === 'link') }))
  })
  return pieces.map((piece, place) => {
    if ('leaf' in piece) return piece
    const inside = closes !== null
    if (closes?.includes(piece.letter) === true && !isApostrophe(piece.letter, pieces[place - 1], pieces[place + 1])) closes = null
    else if (closes === null) closes = closing[piece.letter] ?? null
    return { ...piece, quoted: quoted || inside || closes !== null }
  })
}

function isApostrophe(mark: string, before: Omit<Letter, 'quoted'> | { readonly leaf: DocumentNode } | undefined, after: typeof before): boolean {
  return mark === '’' && [before, after].every((piece) => piece !== undefined && 'letter' in piece && /\p{L}/u.test(piece.letter))
}
