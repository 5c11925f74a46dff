import './history.css'
import type { HistoryPage } from '@shared/history/kept-version'
import type { StoryStatus } from '@shared/ipc'
import { BookmarkPlus, ScrollText, UserRoundPen } from 'lucide-react'
import { useCallback, useMemo, type ReactNode } from 'react'
import { showOverlay } from '../../app/app-store'
import { runCommand } from '../../app/command-registry'
import { useAuthorship } from '../../editor/authorship/authorship-store'
import { Button } from '../../ui/Button'
import { Decision } from './Decision'
import { nameVersionOf } from './history-store'
import { dayHeading } from './history-words'
import { Older } from './Older'
import { PickSecond } from './PickSecond'
import { timelineOf } from './timeline'
import { useHistory } from './use-history'
import { walkVersions } from './walk-versions'
import { Work, WorkUnderWay } from './Work'

/** What happened to the story: the work on it by sittings, with the versions that are kept, and the decisions in between. */
export function HistoryPanel({ status }: { readonly status: StoryStatus }) {
  const { page, problem, more, again } = useHistory(status)
  return (
    <div className="history-panel">
      <Tools status={status} />
      <PickSecond story={status.id} />
      <Refused status={status} />
      {problem !== null && (
        <Part>
          <p role="alert">{problem}</p>
          <Button size="small" onClick={again}>
            Try again
          </Button>
        </Part>
      )}
      {page === null && problem === null && (
        <Part>
          <p className="inspector__quiet" aria-busy>
            Looking…
          </p>
        </Part>
      )}
      {page !== null && <Timeline page={page} status={status} onMore={more} />}
    </div>
  )
}

const Part = ({ children }: { readonly children: ReactNode }) => <section className="inspector__section">{children}</section>

function Tools({ status }: { readonly status: StoryStatus }) {
  const all = useAuthorship(({ whole }) => whole === status.id)
  return (
    <div className="history-panel__tools">
      <Button size="small" icon={BookmarkPlus} onClick={() => nameVersionOf(status.id, null)}>
        Keep version…
      </Button>
      <Button size="small" icon={ScrollText} onClick={() => showOverlay('audit')}>
        Audit…
      </Button>
      <Button size="small" icon={UserRoundPen} aria-pressed={all} onClick={() => void runCommand('view.authors')}>
        Who wrote what
      </Button>
    </div>
  )
}

/** What counts for nothing stands first: somebody may have meant harm. */
function Refused({ status }: { readonly status: StoryStatus }) {
  const refused = status.history.filter(({ accepted }) => !accepted)
  if (refused.length === 0) return null
  return (
    <section className="inspector__section" aria-labelledby="refused-title">
      <h3 className="inspector__heading" id="refused-title">
        Does not count
      </h3>
      <ol className="history">
        {refused.map((entry, index) => (
          <Decision key={`${entry.id} ${index}`} entry={entry} />
        ))}
      </ol>
    </section>
  )
}

function Timeline({ page, status, onMore }: { readonly page: HistoryPage; readonly status: StoryStatus; readonly onMore: (all?: boolean) => void }) {
  const days = useMemo(() => timelineOf(page, status.history), [page, status.history])
  const left = page.total - page.kept.length
  const some = useCallback(() => onMore(), [onMore])
  const further = (all: boolean): boolean => {
    if (left > 0) onMore(all)
    return left > 0
  }
  if (days.length === 0 && page.now === null) {
    return (
      <Part>
        <p className="inspector__quiet">Nothing yet. As you write, a version is kept each time that the work comes to a rest; decisions are listed here with their signatures.</p>
      </Part>
    )
  }
  return (
    <div onKeyDown={(event) => walkVersions(event, further)}>
      {page.now !== null && (
        <section className="inspector__section" aria-label="Being written">
          <WorkUnderWay now={page.now} />
        </section>
      )}
      {days.map(({ day, items }) => (
        <section key={day} className="inspector__section history__day" aria-labelledby={`history-${day}`}>
          <h3 className="history__date" id={`history-${day}`}>
            {dayHeading(day)}
          </h3>
          <ol className="history">
            {items.map((item, index) =>
              item.kind === 'work' ? <Work key={`${item.at} ${item.sitting.versions[0].revision}`} sitting={item.sitting} status={status} /> : <Decision key={`${item.entry.id} ${index}`} entry={item.entry} />,
            )}
          </ol>
        </section>
      ))}
      {left > 0 && <Older left={left} onMore={some} />}
    </div>
  )
}
