import { escapeHtml } from '../../html/escape'
import { linkChangeBehind } from '../link-changes'
import { targetText, type LinkTargets } from '../link-targets'
import { addressOf, languageOf, markChange } from '../mark-words'
import type { ChangeClass, Piece } from '../redline-shape'

/** What a part of a redline needs to know of the whole. */
export interface Whole {
  readonly changes: readonly ChangeClass[]
  readonly targets: LinkTargets
}

const tags: Readonly<Record<string, string>> = { bold: 'strong', italic: 'em', underline: 'u', strike: 's', code: 'code', subscript: 'sub', superscript: 'sup', highlight: 'mark' }

/**
 * Running text with what came and went in it; what is seen by colour is said, too.
 * @param isMoved Whether all of it stands elsewhere now: where its links lead is said there.
 */
export function piecesHtml(pieces: readonly Piece[], whole: Whole, isMoved = false): string {
  return pieces
    .map((piece, index) => {
      const begins = piece.footnote === true && (pieces[index - 1]?.footnote !== true || piece.inline?.type === 'footnote')
      const ends = piece.footnote === true && (pieces[index + 1]?.footnote !== true || pieces[index + 1]?.inline?.type === 'footnote')
      return `${begins ? '<span class="note"> [' : ''}${pieceHtml(piece, whole)}${isMoved ? '' : ledHtml(pieces, index, whole)}${ends ? ']</span>' : ''}`
    })
    .join('')
}

function pieceHtml(piece: Piece, { changes, targets }: Whole): string {
  const moved = piece.part !== undefined && changes[piece.part] === 'move'
  const text = (piece.marks ?? []).reduce((inside, mark) => markedHtml(inside, mark, targets), textHtml(piece))
  if (piece.kind === 'inserted') return `<ins${moved ? ' class="moved" data-said="moved here"' : ' data-said="inserted"'}>${text}</ins>`
  if (piece.kind === 'deleted') return `<del${moved ? ' class="moved" data-said="moved away"' : ' data-said="deleted"'}>${text}</del>`
  if (piece.marksBefore === undefined) return text
  const said = escapeHtml(markChange(piece.marksBefore, piece.marks ?? [], targets))
  return `<span class="reformatted" title="${said}" data-said="${said}">${text}</span>`
}

/** Where a link led and leads now, behind its words. */
function ledHtml(pieces: readonly Piece[], index: number, { changes, targets }: Whole): string {
  const part = pieces[index]?.part
  const link = part !== undefined && changes[part] === 'move' ? null : linkChangeBehind(pieces, index)
  if (link === null) return ''
  const end = (tag: 'ins' | 'del', said: string, address: string | null): string => (address === null ? '' : `<${tag} data-said="${said}">${escapeHtml(targetText(address, targets))}</${tag}>`)
  return ` <span class="led" dir="auto">${end('del', 'led to', link.before)}${end('ins', 'leads to', link.after)}</span>`
}

function textHtml({ text, inline, kind }: Piece): string {
  if (inline?.type === 'footnote') return '<span class="call">note </span>'
  if (inline?.type === 'hardBreak') return kind === 'same' ? '<br>' : '<span aria-hidden="true">↵</span><br>'
  return escapeHtml(text)
}

/** The links of a redline are read, not followed. */
function markedHtml(inside: string, mark: NonNullable<Piece['marks']>[number], targets: LinkTargets): string {
  if (mark.type === 'link') return `<span class="link" title="${escapeHtml(addressOf(mark, targets))}">${inside}</span>`
  if (mark.type === 'language') return `<span class="language" title="${escapeHtml(`In ${languageOf(mark)}`)}">${inside}</span>`
  const tag = tags[mark.type]
  return tag === undefined ? inside : `<${tag}>${inside}</${tag}>`
}
