import { canonicalBytes, sha256Hex } from '../story/canonical'
import { excerpt } from '../story/excerpt'
import type { DocumentNode } from '../story/revision'
import { plainText } from '../story/text'
import type { ClearedPart, PartKind } from './clearance'
import { contentBetween, lineOf, sizeOf } from './line'
import { holdsWords, isOnlySuggested, quotedLines, saidInline, saidLines, saidOf } from './said'
import { quotedPhrases, sentencesWithNumbers, type Stretch } from './stretches'

/** A part of a body that can be cleared by itself. */
export interface Part {
  readonly kind: PartKind
  /** The path of its block. */
  readonly path: readonly number[]
  /** Where it is in the content of its block; null when it is the block. */
  readonly range: Stretch | null
  /** Its words, for people. */
  readonly words: string
  /** What it says: the same content is the same part, wherever it stands and however it looks. */
  readonly content: unknown
}

/**
 * The parts of a body, in reading order: quotations (block quotes, pull quotes, quoted phrases), pictures, tables, files, and sentences
 * with a number. Depends on nothing but the body and its language; what is only suggested is no part of it.
 */
export function partsOf({ content = [] }: DocumentNode, language: string): Part[] {
  return content.flatMap((block, index) => partsOfBlock(block, language).map((part) => ({ ...part, path: [index, ...part.path] })))
}

/** The parts of one block and of what is in it, with paths that begin there. */
export function partsOfBlock(block: DocumentNode, language: string): Part[] {
  if (isOnlySuggested(block)) return []
  const whole = wholeBlock(block)
  if (whole !== null) return [whole, ...picturesIn(block)]
  if (block.type === 'codeBlock') return []
  if (holdsWords(block)) return partsOfLine(block.content ?? [], language)
  return (block.content ?? []).flatMap((child, index) => partsOfBlock(child, language).map((part) => ({ ...part, path: [index, ...part.path] })))
}

const words = (block: DocumentNode): string => plainText({ type: 'doc', content: [block] })
const said = (block: DocumentNode, ...names: readonly string[]): string => {
  const values = names.map((name) => block.attrs?.[name])
  return String(values.find((value) => typeof value === 'string' && value.trim() !== '') ?? '')
}

function wholeBlock(block: DocumentNode): Part | null {
  const part = (kind: PartKind, text: string, content: unknown): Part => ({ kind, path: [], range: null, words: text, content })
  switch (block.type) {
    case 'blockquote':
      return words(block).trim() === '' ? null : part('quotation', words(block), { lines: quotedLines(saidLines(block.content ?? [])) })
    case 'pullQuote':
      return words(block).trim() === '' ? null : part('quotation', words(block), { lines: quotedLines([saidInline(block.content ?? [])]), ...saidOf(block, ['attribution']) })
    case 'figure':
      return part('picture', said(block, 'caption', 'alt', 'credit'), saidOf(block, ['asset', 'alt', 'caption', 'credit', 'source']))
    case 'attachment':
      return part('file', said(block, 'label', 'name'), saidOf(block, ['asset', 'name', 'label']))
    case 'table':
      return part('table', said(block, 'caption') || words(block), { ...saidOf(block, ['caption']), rows: (block.content ?? []).map((row) => (row.content ?? []).map(saidCell)) })
    default:
      return null
  }
}

const saidCell = (cell: DocumentNode): unknown => ({ header: cell.type === 'tableHeader', ...saidOf(cell, ['colspan', 'rowspan']), lines: saidLines(cell.content ?? []) })

/** Pictures and files that stand in a block that is a part itself. */
function picturesIn({ content = [] }: DocumentNode): Part[] {
  return content.flatMap((child, index) => {
    const own = child.type === 'figure' || child.type === 'attachment' ? wholeBlock(child) : null
    return [...(own === null ? [] : [own]), ...picturesIn(child)].map((part) => ({ ...part, path: [index, ...part.path] }))
  })
}

/** The parts of a run of words, those in its footnotes among them. */
function partsOfLine(content: readonly DocumentNode[], language: string): Part[] {
  const line = lineOf(content)
  const part = (kind: PartKind, from: number, to: number): Part => {
    const inside = contentBetween(line, from, to)
    const [start, last] = [line.places[from] ?? 0, line.places[to - 1] ?? 0]
    return { kind, path: [], range: { from: start, to: last + 1 }, words: line.text.slice(from, to).replace(/￼/g, ''), content: { lines: kind === 'quotation' ? quotedLines([saidInline(inside)]) : [saidInline(inside)] } }
  }
  const inNotes = footnotesOf(content).flatMap(({ note, place }) => partsOfLine(note.content ?? [], language).map((own) => ({ ...own, range: own.range && { from: own.range.from + place, to: own.range.to + place } })))
  return [
    ...inNotes,
    ...quotedPhrases(line.text, language).map(({ from, to }) => part('quotation', from, to)),
    ...sentencesWithNumbers(line.text).map(({ from, to }) => part('number', from, to)),
  ].sort((a, b) => (a.range?.from ?? 0) - (b.range?.from ?? 0))
}

/** The footnotes that are called in a run of words, each with where its own words begin. */
function footnotesOf(content: readonly DocumentNode[]): { note: DocumentNode; place: number }[] {
  let place = 0
  return content.flatMap((node) => {
    const own = place + 1
    place += sizeOf(node)
    return node.type === 'footnote' && !isOnlySuggested(node) ? [{ note: node, place: own }] : []
  })
}

const hashes = new WeakMap<object, string>()

/** What names a part's content: SHA-256 of its canonical JSON. */
export function hashOfPart({ kind, content }: Part): string {
  const key = Object(content)
  const known = hashes.get(key) ?? sha256Hex(canonicalBytes({ kind, content }))
  hashes.set(key, known)
  return known
}

const shownOfPart = 200

/** A part as a clearance names it. */
export const namedPart = (part: Part): ClearedPart => ({ kind: part.kind, hash: hashOfPart(part), excerpt: excerpt(part.words, shownOfPart) })
