import type { Sitting } from '@shared/history/sittings'
import type { WorkNow } from '@shared/history/kept-version'
import type { StoryStatus } from '@shared/ipc'
import { useState } from 'react'
import { Ago } from '../../ui/Ago'
import { fullDate } from '../../ui/dates'
import { Avatar } from '../identity/Avatar'
import { timeRange, wordsWritten } from './history-words'
import { marksOf } from './timeline'
import { Version } from './Version'

/** A sitting: who wrote, from when to when, and the versions that were kept of it. */
export function Work({ sitting, status }: { readonly sitting: Sitting; readonly status: StoryStatus }) {
  const [all, setAll] = useState(false)
  const { versions, byName, began, ended } = sitting
  // What somebody named, or decided on, is never folded away.
  const told = all ? versions : versions.filter((version, index) => index === 0 || version.name !== '')
  const folded = versions.length - told.length
  return (
    <li className="work">
      <p className="work__who">
        <Avatar name={byName} size={22} />
        <strong dir="auto">{byName}</strong>
        {versions[0].why === 'merge' && <span className="work__how">came in a packet</span>}
        <time dateTime={ended} title={`${fullDate(began)} – ${fullDate(ended)}`}>
          {timeRange(began, ended)}
        </time>
      </p>
      {told.map((version, index) => (
        <Version key={`${version.revision} ${index}`} version={version} story={status.id} isNow={version.revision === status.currentRevision} marks={marksOf(version.revision, status)} timed={versions.length > 1} />
      ))}
      {(folded > 0 || all) && versions.length > 1 && (
        <button type="button" className="work__fold" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fold this sitting' : folded === 1 ? '1 more version of this sitting' : `${folded} more versions of this sitting`}
        </button>
      )}
    </li>
  )
}

/** What is being written, and is no version yet. */
export function WorkUnderWay({ now }: { readonly now: WorkNow }) {
  return (
    <div className="work work--now">
      <p className="work__who">
        <Avatar name={now.byName} size={22} />
        <strong dir="auto">{now.byName}</strong>
        <Ago at={now.ended} />
      </p>
      <p className="version__about">
        <span>{wordsWritten(now)}</span>
        <span className="chip">Not kept yet</span>
      </p>
      <p className="inspector__quiet">A version is kept by itself when the work comes to a rest.</p>
    </div>
  )
}
