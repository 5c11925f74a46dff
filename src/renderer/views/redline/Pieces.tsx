import type { Piece } from '@shared/redline/redline-shape'
import type { DocumentMark } from '@shared/story/revision'
import type { ReactNode } from 'react'
import { addressOf, languageOf, markWords } from './mark-words'

/** Running text with what was inserted and deleted in it. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => <OnePiece key={index} piece={piece} />)
}

function OnePiece({ piece }: { readonly piece: Piece }) {
  const marked = withMarks(piece.text, piece.marks ?? [])
  const text = piece.footnote ? <span className="redline__footnote">{marked}</span> : marked
  switch (piece.kind) {
    case 'inserted':
      return <ins data-change>{text}</ins>
    case 'deleted':
      return <del data-change>{text}</del>
    case 'same':
      return piece.marksBefore === undefined ? text : <Reformatted before={piece.marksBefore} after={piece.marks ?? []}>{text}</Reformatted>
  }
}

function Reformatted({ before, after, children }: { readonly before: readonly DocumentMark[]; readonly after: readonly DocumentMark[]; readonly children: ReactNode }) {
  return (
    <span className="redline__reformatted" data-change data-said={`was ${markWords(before)}, now ${markWords(after)}`} title={`${markWords(before)}, now ${markWords(after)}`}>
      {children}
    </span>
  )
}

function withMarks(text: string, marks: readonly DocumentMark[]): ReactNode {
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
