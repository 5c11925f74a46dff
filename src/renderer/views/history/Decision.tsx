import type { HistoryEntry } from '@shared/ipc'
import { fullDate } from '../../ui/dates'
import { RevisionName } from '../workflow/RevisionName'
import { timeRange } from './history-words'

/** A decision about the story, with what was said and the version that it is about. */
export function Decision({ entry }: { readonly entry: HistoryEntry }) {
  return (
    <li className={`history__event ${entry.accepted ? '' : 'history__event--refused'}`}>
      <p>
        {entry.accepted && <strong dir="auto">{entry.byName}</strong>} {entry.text} {entry.revision && <RevisionName id={entry.revision} />}
        {entry.at !== '' && entry.accepted && (
          <time dateTime={entry.at} title={fullDate(entry.at)}>
            {timeRange(entry.at, entry.at)}
          </time>
        )}
      </p>
      {entry.note !== '' && <blockquote className="said" dir="auto">{entry.note}</blockquote>}
      {entry.at !== '' && !entry.accepted && <time dateTime={entry.at}>{fullDate(entry.at)}</time>}
    </li>
  )
}
