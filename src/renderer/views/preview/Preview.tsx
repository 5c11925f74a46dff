import './preview.css'
import type { PreviewSubject, StoryStatus } from '@shared/ipc'
import type { RevisionId } from '@shared/story/ids'
import { Eye } from 'lucide-react'
import { showMode } from '../../app/app-store'
import { useStatus } from '../../story/status-store'
import { useStorySession } from '../../story/StoryProvider'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { fullDate } from '../../ui/dates'
import { Segments } from '../../ui/Segments'
import { RevisionName } from '../workflow/RevisionName'
import { chooseVersion, usePreview, usePreviewed, type PreviewWidth } from './preview-store'
import { useDark } from './use-dark'

/** CSS pixels; null fills the room there is. */
const widths: Readonly<Record<PreviewWidth, number | null>> = { phone: 390, tablet: 820, desktop: null }

/** The story as its readers will see it, in a frame that runs no script. */
export function Preview() {
  const status = useStatus()
  const { id } = useStorySession()
  const { surface, width } = usePreview()
  const which = usePreviewed(id)
  return (
    <section className="preview" aria-label="Preview">
      <div className="preview__bar">
        <Segments
          label="Version"
          value={which === 'approved' || which === 'current' ? which : 'revision'}
          options={[
            { value: 'current', label: 'Current' },
            { value: 'approved', label: 'Approved' },
            ...(which === 'current' || which === 'approved' ? [] : [{ value: 'revision' as const, label: 'Revision' }]),
          ]}
          onChange={(version) => version !== 'revision' && chooseVersion(id, version)}
        />
        <Segments label="Surface" value={surface} options={[{ value: 'article', label: 'Article' }, { value: 'listing', label: 'Listing' }]} onChange={(next) => usePreview.setState({ surface: next })} />
        <Segments
          label="Width"
          value={width}
          options={[
            { value: 'phone', label: 'Phone', hint: '390 pixels wide' },
            { value: 'tablet', label: 'Tablet', hint: '820 pixels wide' },
            { value: 'desktop', label: 'Desktop', hint: 'As wide as there is room' },
          ]}
          onChange={(next) => usePreview.setState({ width: next })}
        />
      </div>
      {status && <Shown status={status} which={which} />}
    </section>
  )
}

function Shown({ status, which }: { readonly status: StoryStatus; readonly which: PreviewSubject }) {
  const { approvedRevision } = status.workflow
  if (which === 'approved' && approvedRevision === null) {
    return (
      <Empty icon={Eye} title="Nothing approved yet" actions={<Button onClick={() => chooseVersion(status.id, 'current')}>Show the current version</Button>}>
        Once a version of this story is approved, it is shown here exactly as it will leave the desk.
      </Empty>
    )
  }
  const revision = which === 'current' ? status.currentRevision : which === 'approved' ? approvedRevision : which
  return (
    <>
      <p className="preview__which" role="status">
        {revision && <WhichVersion status={status} which={which} revision={revision} />}
      </p>
      {revision && <Frame status={status} which={which} revision={revision} />}
    </>
  )
}

function WhichVersion({ status, which, revision }: { readonly status: StoryStatus; readonly which: PreviewSubject; readonly revision: RevisionId }) {
  const entry = status.revisions.find(({ id }) => id === revision)
  const isApproved = revision === status.workflow.approvedRevision
  if (which === 'current') {
    return (
      <>
        <span>Current version{isApproved ? ', which is the approved one' : ', not approved'}</span> <RevisionName id={revision} />
      </>
    )
  }
  return (
    <>
      <span>
        {isApproved ? 'Approved version: what leaves the desk' : 'Earlier version'}
        {entry && `, ${isApproved ? 'submitted' : 'of'} ${fullDate(entry.createdAt)}`}
      </span>{' '}
      <RevisionName id={revision} />
    </>
  )
}

function Frame({ status, which, revision }: { readonly status: StoryStatus; readonly which: PreviewSubject; readonly revision: RevisionId }) {
  const { surface, width } = usePreview()
  const dark = useDark()
  const address = new URLSearchParams({ story: status.id, which, surface, theme: dark ? 'dark' : 'light', revision })
  const pixels = widths[width]
  return (
    <div className="preview__desk" onKeyDown={(event) => event.key === 'Escape' && showMode('write')}>
      <iframe className="preview__frame" title="Preview of the story" sandbox="" src={`copydesk-preview://page/?${address.toString()}`} style={pixels === null ? undefined : { width: `${pixels}px` }} tabIndex={0} />
    </div>
  )
}
