import './history.css'
import type { HistoryEntry, RevisionEntry, StoryStatus } from '@shared/ipc'
import { Eye, GitCompare, ScrollText } from 'lucide-react'
import { showOverlay, useApp } from '../../app/app-store'
import { fullDate, shortDate } from '../../ui/dates'
import { previewVersion, showChanges } from '../preview/preview-store'
import { compareWith } from '../redline/compare-base'
import { nameOf } from '../review/people'
import { RevisionName } from '../workflow/RevisionName'
import { Button, IconButton } from '../../ui/Button'

/** What happened to the story, and the revisions that are kept of it. */
export function HistoryPanel({ status }: { readonly status: StoryStatus }) {
  return (
    <>
      <section className="inspector__section" aria-labelledby="events-title">
        <h3 className="inspector__heading" id="events-title">
          What happened
        </h3>
        {status.history.length === 0 ? (
          <p className="inspector__quiet">Nothing yet. Each decision will be listed here with its signature.</p>
        ) : (
          <ol className="history">
            {status.history.map((entry, index) => (
              <Event key={`${entry.id}-${index}`} entry={entry} />
            ))}
          </ol>
        )}
        <Button size="small" icon={ScrollText} className="history__audit" onClick={() => showOverlay('audit')}>
          Audit…
        </Button>
      </section>
      <section className="inspector__section" aria-labelledby="revisions-title">
        <h3 className="inspector__heading" id="revisions-title">
          Revisions
        </h3>
        {status.revisions.length === 0 && <p className="inspector__quiet">A revision is kept each time that the story is submitted.</p>}
        <ul className="revisions">
          {status.revisions.map((revision) => (
            <Revision key={revision.id} revision={revision} status={status} />
          ))}
        </ul>
      </section>
    </>
  )
}

function Event({ entry }: { readonly entry: HistoryEntry }) {
  return (
    <li className={`history__event ${entry.accepted ? '' : 'history__event--refused'}`}>
      <p>
        {entry.accepted && <strong>{entry.byName}</strong>} {entry.text} {entry.revision && <RevisionName id={entry.revision} />}
      </p>
      {entry.note !== '' && <blockquote dir="auto">{entry.note}</blockquote>}
      {entry.at !== '' && (
        <time dateTime={entry.at} title={fullDate(entry.at)}>
          {fullDate(entry.at)}
        </time>
      )}
    </li>
  )
}

/** Shows what changed since a revision. */
function compare({ id }: StoryStatus, revision: RevisionEntry): void {
  compareWith(id, revision.id)
  showChanges()
}

function Revision({ revision, status }: { readonly revision: RevisionEntry; readonly status: StoryStatus }) {
  const desk = useApp((state) => state.desk)
  const marks = [revision.id === status.workflow.approvedRevision && 'approved', revision.id === status.currentRevision && 'as it is now'].filter(Boolean).join(', ')
  return (
    <li className="revision">
      <p>
        <RevisionName id={revision.id} /> {marks !== '' && <span className="revision__mark">{marks}</span>}
      </p>
      <p className="revision__about" title={fullDate(revision.createdAt)}>
        {shortDate(revision.createdAt)} · {desk && nameOf(desk, revision.createdBy)} · {revision.wordCount} words
      </p>
      <div className="revision__do">
        {revision.id !== status.currentRevision && <IconButton icon={GitCompare} label="Compare with the current version" size="small" onClick={() => compare(status, revision)} />}
        <IconButton icon={Eye} label="Preview this revision" size="small" onClick={() => previewVersion(status.id, revision.id)} />
      </div>
    </li>
  )
}
