import type { StoryRow, StoryView } from '@shared/ipc'
import type { KindId, StoryId } from '@shared/story/ids'
import { memo } from 'react'
import { UnreadOfStory } from '../review/UnreadBadge'
import { fullDate, shortDate } from '../../ui/dates'
import { nativeName, shortTag } from '../../editor/language'
import { openSoon } from '../../story/open-stories'
import { StateChip, stateNames } from '../../ui/StateChip'
import { dueInWords, dueText, urgencyOf } from '../review/due'

interface StoryOptionProps {
  /** Undefined while its page is on the way. */
  readonly row: StoryRow | undefined
  readonly view: StoryView
  readonly place: number
  readonly total: number
  /** Pixels. */
  readonly top: number
  readonly height: number
  readonly selected: boolean
  readonly kindLabel: (id: KindId) => string
  readonly onOpen: (id: StoryId) => void
}

export const optionId = (id: StoryId): string => `story-${id}`

/** One story of the list: what it is called, where it stands, what and whose it is, and when it was touched last. */
export const StoryOption = memo(function StoryOption({ row, view, place, total, top, height, selected, kindLabel, onOpen }: StoryOptionProps) {
  const asked = row?.state === 'inReview' && view === 'forMyReview' ? row.review : undefined
  const style = { height, transform: `translateY(${top}px)` }
  if (row === undefined) return <div className="story-option story-option--coming" style={style} role="presentation" />
  return (
    <div
      className="story-option"
      id={optionId(row.id)}
      role="option"
      aria-selected={selected}
      aria-setsize={total}
      aria-posinset={place + 1}
      style={style}
      onPointerDown={() => openSoon(row.id)}
      onClick={() => onOpen(row.id)}
    >
      <div className="story-option__words" lang={row.language || undefined}>
        {/* Each by itself: what is too long ends at its own end. */}
        <span className="story-option__headline" dir="auto">
          {row.headline || 'Untitled'}
        </span>
        {asked ? (
          <Asked review={asked} />
        ) : (
          row.summary && (
            <span className="story-option__summary" dir="auto">
              {row.summary}
            </span>
          )
        )}
      </div>
      <div className="story-option__facts">
        <StateChip state={row.state} />
        {row.review && row.review.stage !== '' && (
          <span className="story-option__stage" title={`Stage ${row.review.place} of ${row.review.stages}`}>
            {row.review.stage}
            <span aria-hidden>
              {' '}
              {row.review.place}/{row.review.stages}
            </span>
          </span>
        )}
        {row.changedSinceApproval && row.state !== 'draft' && (
          <span className="story-option__changed" title="Edited since it was approved">
            edited since
          </span>
        )}
        <Languages row={row} />
        <span className="story-option__what">
          {kindLabel(row.kind)}
          {row.author && !asked && ` · ${row.author}`}
        </span>
        <UnreadOfStory story={row.id} />
        <When row={row} />
      </div>
    </div>
  )
})

/** In a reviewer's queue: who asks, and for what. */
function Asked({ review: { by, note } }: { readonly review: NonNullable<StoryRow['review']> }) {
  return (
    <span className="story-option__asked" dir="auto">
      <strong>{by}</strong>
      {note === '' ? ' asks for your review' : `: ${note}`}
    </span>
  )
}

/** Its language, and those of its translations. */
function Languages({ row: { language, translations } }: { readonly row: StoryRow }) {
  if (language === '' && translations.length === 0) return null
  const others = translations.map((one) => one.language).filter((tag) => tag !== '')
  const all = [language, ...others]
  return (
    <span className="story-option__languages">
      {language !== '' && (
        <span className="story-option__language" title={nativeName(language)}>
          {shortTag(language, all)}
        </span>
      )}
      {others.length > 0 && (
        <span title={translations.map((one) => `${nativeName(one.language)}: ${one.headline || 'Untitled'} (${stateNames[one.state].toLowerCase()})`).join('\n')}>
          <span className="visually-hidden">also in </span>
          <span aria-hidden>+ </span>
          {others.map((tag) => shortTag(tag, all)).join(' ')}
        </span>
      )}
    </span>
  )
}

function When({ row: { due, updatedAt, state } }: { readonly row: StoryRow }) {
  const waits = due !== null && (state === 'draft' || state === 'inReview' || state === 'changesRequested')
  return waits ? (
    <time className={`story-option__when story-option__when--${urgencyOf(due)}`} dateTime={due} title={`${dueText(due)}; last change ${fullDate(updatedAt)}`}>
      {dueInWords(due)}
    </time>
  ) : (
    <time className="story-option__when" dateTime={updatedAt} title={`Last change ${fullDate(updatedAt)}`}>
      {shortDate(updatedAt)}
    </time>
  )
}
