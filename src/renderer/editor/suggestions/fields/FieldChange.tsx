import './field-change.css'
import { piecesOf } from '@shared/redline/pieces'
import { tokensOfText } from '@shared/redline/tokens'
import type { FieldDefinition } from '@shared/story/kind'
import type { FieldSuggestion } from '@shared/suggestions/fields/field-suggestions'
import { useMemo } from 'react'
import { assetAddress } from '../../asset-address'
import { pictureIn, valueWords } from './value-words'

/** What a suggestion makes of a field, word by word: what goes is struck, what comes is underlined. */
export function FieldChange({ suggestion: { now, value, type: stored }, field }: { readonly suggestion: FieldSuggestion; readonly field: Pick<FieldDefinition, 'type'> | undefined }) {
  const type = field?.type ?? stored
  const [before, after] = [valueWords(type, now), valueWords(type, value)]
  const pieces = useMemo(() => piecesOf(tokensOfText(before), tokensOfText(after)), [before, after])
  const [gone, come] = [pictureIn(now), pictureIn(value)]
  return (
    <>
      {gone !== come && (
        <span className="field-change__pictures">
          {gone !== null && <img className="field-change__gone" src={assetAddress(gone)} alt="Picture that goes" />}
          {come !== null && <img className="field-change__come" src={assetAddress(come)} alt="Picture that comes" />}
        </span>
      )}
      <span className="field-change" dir="auto">
        {pieces.map(({ kind, text }, index) => {
          if (kind === 'same') return text
          return kind === 'deleted' ? <del key={index}>{text}</del> : <ins key={index} {...(pieces[index - 1]?.kind === 'deleted' && { className: 'field-change__instead' })}>{text}</ins>
        })}
      </span>
      {value === null && <span className="field-change__empty"> Leave it empty</span>}
    </>
  )
}
