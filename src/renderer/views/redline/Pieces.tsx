import { linkChangeBehind, type LinkChange } from '@shared/redline/link-changes'
import { markChange } from '@shared/redline/mark-words'
import type { Piece } from '@shared/redline/redline-shape'
import type { DocumentMark } from '@shared/story/revision'
import type { ReactNode } from 'react'
import { Jump } from './Jump'
import { Led } from './Led'
import { withMarks } from './marked'
import { useChangeClass, useRedlineAround } from './redline-context'

/**
 * Running text with what was inserted, deleted and moved in it.
 * @param isMoved Whether all of it stands elsewhere now: where its links lead is said there.
 */
export function Pieces({ pieces, isMoved = false }: { readonly pieces: readonly Piece[]; readonly isMoved?: boolean }) {
  return linesOf(pieces).map((line, index) =>
    line.isNote ? (
      <span key={index} className="redline__footnote">
        <Line pieces={line.pieces} isMoved={isMoved} />
      </span>
    ) : (
      <Line key={index} pieces={line.pieces} isMoved={isMoved} />
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

function Line({ pieces, isMoved }: { readonly pieces: readonly Piece[]; readonly isMoved: boolean }) {
  return pieces.map((piece, index) => (
    <OnePiece key={index} piece={piece} link={isMoved ? null : linkChangeBehind(pieces, index)} isLast={piece.kind !== 'same' && !pieces.slice(index + 1).some(({ part, kind }) => part === piece.part && kind === piece.kind)} />
  ))
}

/** @param isLast Whether no other piece of the same change follows it: there the way to the other place of what was moved stands. */
function OnePiece({ piece, link, isLast }: { readonly piece: Piece; readonly link: LinkChange | null; readonly isLast: boolean }) {
  const change = useChangeClass(piece.part)
  const { targets } = useRedlineAround()
  const text = withMarks(lettersOf(piece), piece.marks ?? [], targets)
  const moved = change === 'move' && piece.kind !== 'same'
  const led = link && !moved && <Led link={link} part={piece.part} change={change} />
  const said = moved ? (piece.kind === 'inserted' ? 'moved here' : 'moved away') : piece.kind
  const shared = { 'data-part': piece.part, 'data-class': change, 'data-said': said, className: moved ? 'redline__moved' : undefined }
  const jump = moved && isLast && piece.part !== undefined && <Jump part={piece.part} to={piece.kind === 'inserted' ? 'from' : 'to'} />
  switch (piece.kind) {
    case 'inserted':
      return (
        <>
          <ins {...shared}>{text}</ins>
          {led}
          {jump}
        </>
      )
    case 'deleted':
      return (
        <>
          <del {...shared}>{text}</del>
          {led}
          {jump}
        </>
      )
    case 'same':
      return piece.marksBefore === undefined ? (
        text
      ) : (
        <>
          <Reformatted piece={piece} before={piece.marksBefore} change={change}>
            {text}
          </Reformatted>
          {led}
        </>
      )
  }
}

function Reformatted({ piece, before, change, children }: { readonly piece: Piece; readonly before: readonly DocumentMark[]; readonly change: string | undefined; readonly children: ReactNode }) {
  const words = markChange(before, piece.marks ?? [], useRedlineAround().targets)
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
