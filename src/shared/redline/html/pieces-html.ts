import { escapeHtml } from '../../html/escape'
import { addressOf, languageOf, markChange } from '../mark-words'
import type { ChangeClass, Piece } from '../redline-shape'

/** What a part of a redline needs to know of the whole. */
export interface Whole {
  readonly changes: readonly ChangeClass[]
}

const tags: Readonly<Record<string, string>> = { bold: 'strong', italic: 'em', underline: 'u', strike: 's', code: 'code', subscript: 'sub', superscript: 'sup', highlight: 'mark' }

/** Running text with what came and went in it; what is seen by colour is said, too. */
export function piecesHtml(pieces: readonly Piece[], whole: Whole): string {
  return pieces
    .map((piece, index) => {
      const begins = piece.footnote === true && (pieces[index - 1]?.footnote !== true || piece.inline?.type === 'footnote')
      const ends = piece.footnote === true && (pieces[index + 1]?.footnote !== true || pieces[index + 1]?.inline?.type === 'footnote')
      return `${begins ? '<span class="note"> [' : ''}${pieceHtml(piece, whole)}${ends ? ']</span>' : ''}`
    })
    .join('')
}

function pieceHtml(piece: Piece, { changes }: Whole): string {
  const moved = piece.part !== undefined && changes[piece.part] === 'move'
  const text = (piece.marks ?? []).reduce((inside, mark) => markedHtml(inside, mark), textHtml(piece))
  if (piece.kind === 'inserted') return `<ins${moved ? ' class="moved" data-said="moved here"' : ' data-said="inserted"'}>${text}</ins>`
  if (piece.kind === 'deleted') return `<del${moved ? ' class="moved" data-said="moved away"' : ' data-said="deleted"'}>${text}</del>`
  if (piece.marksBefore === undefined) return text
  const said = escapeHtml(markChange(piece.marksBefore, piece.marks ?? []))
  return `<span class="reformatted" title="${said}" data-said="${said}">${text}</span>`
}

function textHtml({ text, inline, kind }: Piece): string {
  if (inline?.type === 'footnote') return '<span class="call">note </span>'
  if (inline?.type === 'hardBreak') return kind === 'same' ? '<br>' : '<span aria-hidden="true">↵</span><br>'
  return escapeHtml(text)
}

/** The links of a redline are read, not followed. */
function markedHtml(inside: string, mark: NonNullable<Piece['marks']>[number]): string {
  if (mark.type === 'link') return `<span class="link" title="${escapeHtml(addressOf(mark))}">${inside}</span>`
  if (mark.type === 'language') return `<span class="language" title="${escapeHtml(`In ${languageOf(mark)}`)}">${inside}</span>`
  const tag = tags[mark.type]
  return tag === undefined ? inside : `<${tag}>${inside}</${tag}>`
}
