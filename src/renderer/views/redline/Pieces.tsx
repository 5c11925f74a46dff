import type { Piece } from '@shared/redline/redline-shape'
import type { DocumentMark } from '@shared/story/revision'
import type { ReactNode } from 'react'

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
    <span className="redline__reformatted" data-change title={`${markNames(before)}, now ${markNames(after)}`}>
      {children}
    </span>
  )
}

const names: Readonly<Record<string, string>> = { bold: 'bold', italic: 'italic', strike: 'struck through', code: 'code', link: 'a link' }

function markNames(marks: readonly DocumentMark[]): string {
  const said = marks.map((mark) => (mark.type === 'link' ? `a link to ${address(mark)}` : (names[mark.type] ?? mark.type)))
  return said.length === 0 ? 'plain' : said.join(' and ')
}

const address = (mark: DocumentMark): string => (typeof mark.attrs?.['href'] === 'string' ? mark.attrs['href'] : 'nowhere')

function withMarks(text: string, marks: readonly DocumentMark[]): ReactNode {
  return marks.reduce<ReactNode>((inside, mark) => {
    switch (mark.type) {
      case 'bold':
        return <strong>{inside}</strong>
      case 'italic':
        return <em>{inside}</em>
      case 'strike':
        return <s>{inside}</s>
      case 'code':
        return <code>{inside}</code>
      case 'link':
        // Shown, not followed: a redline is read.
        return (
          <span className="redline__link" title={address(mark)}>
            {inside}
          </span>
        )
      default:
        return inside
    }
  }, text)
}
