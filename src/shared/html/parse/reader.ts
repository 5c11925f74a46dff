import type { Element } from 'hast'
import { Flow } from '../../document/flow'
import type { AssetHash, StoryId } from '../../story/ids'
import type { DocumentMark, DocumentNode } from '../../story/revision'
import { lineIn, property, type Child } from '../elements'
import type { Notes } from '../parse-notes'

export type Marks = readonly DocumentMark[]

/** A page under way: what is known of it, and how the parts of an element are read. */
export interface Reader {
  readonly asset: (address: string) => AssetHash | null
  readonly story: (address: string) => StoryId | null
  /** The story's language: its phrases need not say it. */
  readonly language: string | null
  readonly notes: Notes
  readonly headingShift: number
  /** Whether what is read is a footnote's text, which may lead back to its call. */
  readonly isNote: boolean
  readonly problems: string[]
  /** Addresses of cards that other sites’ frames and quotations became: a page that has both means one. */
  readonly framed: Set<string>
  readonly visitAll: (children: readonly Child[], flow: Flow, reader: Reader, marks: Marks) => void
}

/** The blocks that some elements say. */
export function blocksOf(children: readonly Child[], reader: Reader, marks: Marks): DocumentNode[] {
  const flow = new Flow()
  reader.visitAll(children, flow, reader, marks)
  return flow.end()
}

export function withMark(marks: Marks, mark: DocumentMark): Marks {
  return marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]
}

export function tell({ problems }: Reader, problem: string): void {
  problems.push(problem)
}

/** An address as a problem names it: not all of a picture that was written into it. */
export function shown(address: string): string {
  return `‘${address.length > 120 ? `${address.slice(0, 117)}…` : address}’`
}

/** Whether blocks are lines of text and nothing else. */
export function areLines(blocks: readonly DocumentNode[]): boolean {
  return blocks.every(isTextBlock)
}

export const isTextBlock = ({ type }: DocumentNode): boolean => type === 'paragraph' || type === 'heading' || type === 'codeBlock'

/** The inline content of some blocks in one line, joined by `between`. */
export function inlineOf(blocks: readonly DocumentNode[], between: DocumentNode = { type: 'text', text: ' ' }): DocumentNode[] {
  return blocks.flatMap((block, index) => [...(index > 0 ? [between] : []), ...(isTextBlock(block) ? (block.content ?? []) : inlineOf(block.content ?? [], between))])
}

/** All words of an element in one line when it has nothing but words; null when there is more to it. */
export function plainLine(element: Element, reader: Reader): string | null {
  const blocks = blocksOf(element.children, { ...reader, problems: [] }, [])
  const isPlain = areLines(blocks) && inlineOf(blocks).every(({ type }) => type === 'text' || type === 'hardBreak')
  return isPlain ? lineIn(element) : null
}

/** The part of an address before its fragment, and the fragment. */
export function fragmentOf(address: string): { readonly page: string; readonly fragment: string | null } {
  const hash = address.indexOf('#')
  return hash === -1 ? { page: address, fragment: null } : { page: address.slice(0, hash), fragment: decoded(address.slice(hash + 1)) || null }
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The classes of an element, in lower case. */
export function classesOf(element: Element): ReadonlySet<string> {
  return new Set(property(element, 'className').toLowerCase().split(/\s+/))
}

export function hasOneOf(classes: ReadonlySet<string>, ...names: readonly string[]): boolean {
  return names.some((name) => classes.has(name))
}
