import './preview.css'
import type { PreviewSubject, StoryStatus } from '@shared/ipc'
import { Eye, Monitor, Smartphone, Tablet } from 'lucide-react'
import { useEffect, useState } from 'react'
import { settleStatus, useStatus } from '../../story/status-store'
import { useStorySession } from '../../story/StoryProvider'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { failureOf } from '../../ui/failure'
import { complain } from '../../ui/notices'
import { Segments } from '../../ui/Segments'
import { Changes } from '../redline/Changes'
import { Page } from './Page'
import { chooseVersion, usePreview, usePreviewed } from './preview-store'
import { WhichVersion } from './WhichVersion'

/** The story as its readers will see it, or what changed in it. */
export function Preview() {
  const status = useStatus()
  const { id } = useStorySession()
  const { surface } = usePreview()
  const which = usePreviewed(id)
  const settled = useSettled()
  return (
    <section className="preview" aria-label="Preview">
      <div className="preview__bar">
        <Segments
          label="Show"
          value={surface}
          options={[
            { value: 'article', label: 'Article', hint: 'The page of the story' },
            { value: 'listing', label: 'Listing', hint: 'Its entry in a list of stories' },
            { value: 'changes', label: 'Changes', hint: 'What changed since another version' },
          ]}
          onChange={(next) => usePreview.setState({ surface: next })}
        />
        {surface !== 'changes' && <Version which={which} />}
        {surface !== 'changes' && <Width />}
      </div>
      {status && settled && (surface === 'changes' ? <Changes status={status} full /> : <Shown status={status} which={which} />)}
    </section>
  )
}

/** Whether everything that was typed before the preview was opened is in what it shows. */
function useSettled(): boolean {
  const session = useStorySession()
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    let here = true
    settleStatus(session)
      .catch((error: unknown) => complain(failureOf(error)))
      .finally(() => here && setSettled(true))
    return () => {
      here = false
    }
  }, [session])
  return settled
}

function Version({ which }: { readonly which: PreviewSubject }) {
  const { id } = useStorySession()
  const earlier = which !== 'approved' && which !== 'current'
  return (
    <Segments
      label="Version"
      value={earlier ? 'earlier' : which}
      options={[{ value: 'current', label: 'Current' }, { value: 'approved', label: 'Approved' }, ...(earlier ? [{ value: 'earlier' as const, label: 'Earlier' }] : [])]}
      onChange={(version) => version !== 'earlier' && chooseVersion(id, version)}
    />
  )
}

function Width() {
  const { width } = usePreview()
  return (
    <Segments
      label="Width"
      value={width}
      options={[
        { value: 'phone', label: 'Phone', icon: Smartphone, hint: '390 pixels' },
        { value: 'tablet', label: 'Tablet', icon: Tablet, hint: '820 pixels' },
        { value: 'desktop', label: 'Desktop', icon: Monitor, hint: 'as wide as there is room' },
      ]}
      onChange={(next) => usePreview.setState({ width: next })}
    />
  )
}

function Shown({ status, which }: { readonly status: StoryStatus; readonly which: PreviewSubject }) {
  const { approvedRevision } = status.workflow
  const revision = which === 'current' ? status.currentRevision : which === 'approved' ? approvedRevision : which
  if (revision === null) {
    return (
      <Empty icon={Eye} title="Nothing approved yet" actions={<Button onClick={() => chooseVersion(status.id, 'current')}>Show the current version</Button>}>
        Once a version of this story is approved, it is shown here exactly as it will leave the desk.
      </Empty>
    )
  }
  return (
    <>
      <WhichVersion status={status} which={which} revision={revision} />
      <Page story={status.id} which={which} revision={revision} />
    </>
  )
}
