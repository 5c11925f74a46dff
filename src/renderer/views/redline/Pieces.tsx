import { addressOf, languageOf, markChange } from '@shared/redline/mark-words'
import type { Piece } from '@shared/redline/redline-shape'
import type { DocumentMark } from '@shared/story/revision'
import type { ReactNode } from 'react'
import { Jump } from './Jump'
import { useChangeClass } from './redline-context'

/** Running text with what was inserted, deleted and moved in it. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return linesOf(pieces).map((line, index) =>
    line.isNote ? (
      <span key={index} className="redline__footnote">
        <Line pieces={line.pieces} />
      </span>
    ) : (
      <Line key={index} pieces={line.pieces} />
    ),
  )
}

/** A footnote's call and its words together, and the text between footnotes. */
function linesOf(pieces: readonly Piece[]): { readonly isNote: boolean; readonly pieces: readonly Piece[] }[] {
  const lines: { readonly isNote: boolean; readonly pieces: Piece[] }[] = []
  for (const piece of pieces) {
    const isNote = piece.footnote === true
    const last = lines.at(-1)
    if (last !== undefined && last.isNote === isNote && piece.inline?.type !== 'footnote') last.pieces.push(piece)
    else lines.push({ isNote, pieces: [piece] })
  }
  return lines
}

function Line({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => <OnePiece key={index} piece={piece} isLast={pieces[index + 1]?.part !== piece.part || pieces[index + 1]?.kind !== piece.kind} />)
}

/** @param isLast Whether no other piece of the same change follows it: there the way to the other place of what was moved stands. */
function OnePiece({ piece, isLast }: { readonly piece: Piece; readonly isLast: boolean }) {
  const change = useChangeClass(piece.part)
  const text = withMarks(lettersOf(piece), piece.marks ?? [])
  const moved = change === 'move' && piece.kind !== 'same'
  const said = moved ? (piece.kind === 'inserted' ? 'moved here' : 'moved away') : piece.kind
  const shared = { 'data-part': piece.part, 'data-class': change, 'data-said': said, className: moved ? 'redline__moved' : undefined }
  const jump = moved && isLast && piece.part !== undefined && <Jump part={piece.part} to={piece.kind === 'inserted' ? 'from' : 'to'} />
  switch (piece.kind) {
    case 'inserted':
      return (
        <>
          <ins {...shared}>{text}</ins>
          {jump}
        </>
      )
    case 'deleted':
      return (
        <>
          <del {...shared}>{text}</del>
          {jump}
        </>
      )
    case 'same':
      return piece.marksBefore === undefined ? text : <Reformatted piece={piece} before={piece.marksBefore} change={change}>{text}</Reformatted>
  }
}

function Reformatted({ piece, before, change, children }: { readonly piece: Piece; readonly before: readonly DocumentMark[]; readonly change: string | undefined; readonly children: ReactNode }) {
  const words = markChange(before, piece.marks ?? [])
  return (
    <span className="redline__reformatted" data-part={piece.part} data-class={change} data-said={words} title={words}>
      {children}
    </span>
  )
}

/** A line break that came or went can only be seen by a sign. */
function lettersOf({ text, inline, kind }: Piece): ReactNode {
  if (inline?.type === 'footnote') return <span className="redline__call">note </span>
  if (inline?.type !== 'hardBreak') return text
  return (
    <>
      {kind !== 'same' && <span aria-label="line break">↵</span>}
      <br />
    </>
  )
}

function withMarks(text: ReactNode, marks: readonly DocumentMark[]): ReactNode {
  return marks.reduce<ReactNode>((inside, mark) => {
    switch (mark.type) {
      case 'bold':
        return <strong>{inside}</strong>
      case 'italic':
        return <em>{inside}</em>
      case 'underline':
        return <u>{inside}</u>
      case 'strike':
        return <s>{inside}</s>
      case 'subscript':
        return <sub>{inside}</sub>
      case 'superscript':
        return <sup>{inside}</sup>
      case 'highlight':
        return <mark>{inside}</mark>
      case 'language':
        return (
          <span className="redline__language" title={`In ${languageOf(mark)}`}>
            {inside}
          </span>
        )
      case 'code':
        return <code>{inside}</code>
      case 'link':
        // Shown, not followed: a redline is read.
        return (
          <span className="redline__link" title={addressOf(mark)}>
            {inside}
          </span>
        )
      default:
        return inside
    }
  }, text)
}
