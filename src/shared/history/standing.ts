import * as Y from 'yjs'
import { suggestionAttributes, suggestionMarks } from '../suggestions/names'

/** A stretch of a text with the marks that it has. */
export interface Piece {
  readonly text: string
  readonly marks: Readonly<Record<string, unknown>>
}

export function piecesOf(text: Y.Text): Piece[] {
  const delta: readonly { readonly insert?: unknown; readonly attributes?: Readonly<Record<string, unknown>> }[] = text.toDelta()
  return delta.flatMap(({ insert, attributes = {} }) => (typeof insert === 'string' ? [{ text: insert, marks: attributes }] : []))
}

/** What stands of a text without what is only suggested for it. */
export function standingPieces(text: Y.Text): Piece[] {
  const pieces: { text: string; readonly marks: Piece['marks'] }[] = []
  for (const { text: words, marks } of piecesOf(text)) {
    if (isSuggestedWord({ marks })) continue
    const own = Object.fromEntries(Object.entries(marks).filter(([name]) => !isSuggestion(name, suggestionMarks)))
    const last = pieces.at(-1)
    if (last !== undefined && sameMarks(last.marks, own)) last.text += words
    else pieces.push({ text: words, marks: own })
  }
  return pieces
}

/** Whether words are in a text only as a suggestion. */
export const isSuggestedWord = ({ marks }: Pick<Piece, 'marks'>): boolean => Object.keys(marks).some((name) => isSuggestion(name, ['inserted']))

/** Whether a block, a break or a footnote is in the body only as a suggestion. */
export function isSuggestedPart(part: unknown): boolean {
  const inserted: unknown = part instanceof Y.XmlElement ? part.getAttribute('inserted') : undefined
  return inserted !== undefined && inserted !== null
}

/** The attributes of a part that are none of its suggestions, in one order. */
export function standingAttributes(part: Y.XmlElement): [string, unknown][] {
  const names: readonly string[] = suggestionAttributes
  return inOrder(part.getAttributes()).filter(([name]) => !names.includes(name))
}

/** What something says by name, in the order of the names. */
export const inOrder = (said: Readonly<Record<string, unknown>>): [string, unknown][] => Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1))

/** A mark that may lie on itself is stored with a number behind its name. */
const isSuggestion = (name: string, marks: readonly string[]): boolean => marks.some((mark) => name === mark || name.startsWith(`${mark}--`))

const sameMarks = (one: Piece['marks'], other: Piece['marks']): boolean => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
