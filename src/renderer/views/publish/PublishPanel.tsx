import './publish.css'
import type { StoryStatus } from '@shared/ipc'
import { Send } from 'lucide-react'
import { useEffect } from 'react'
import { actingMember, showSettings, useApp } from '../../app/app-store'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { refreshTargets, useTargets } from '../targets/targets-store'
import { RevisionName } from '../workflow/RevisionName'
import { whyNotPublish } from '../workflow/allowed-now'
import { ExportStory } from './ExportStory'
import { TargetCard } from './TargetCard'

/** Where the story can go, what is live there, and what is on its way. */
export function PublishPanel({ status }: { readonly status: StoryStatus }) {
  const targets = useTargets()
  const member = useApp(actingMember)
  const overlay = useApp((state) => state.overlay)
  useEffect(() => {
    // The settings may have changed them.
    if (overlay === 'none') void refreshTargets()
  }, [overlay])
  if (targets === null || member === undefined) return null
  const why = whyNotPublish(status, member)
  if (status.guestOf !== undefined) return <Elsewhere why={why} />
  return (
    <>
      <section className="inspector__section" aria-labelledby="publish-title">
        <h3 className="inspector__heading" id="publish-title">
          Publish
        </h3>
        <WhatLeaves status={status} why={why} />
        {targets.length === 0 ? (
          <Empty icon={Send} title="No targets yet" actions={<Button onClick={() => showSettings('targets')}>Add a target…</Button>}>
            Tell the desk where approved stories go: a WordPress site, a REST endpoint or a folder.
          </Empty>
        ) : (
          <ul className="publish">
            {targets.map((target) => (
              <TargetCard key={target.id} target={target} status={status} why={why} />
            ))}
          </ul>
        )}
      </section>
      <ExportStory status={status} />
    </>
  )
}

/** A story of another desk leaves by that desk. */
function Elsewhere({ why }: { readonly why: string }) {
  return (
    <section className="inspector__section" aria-labelledby="publish-title">
      <h3 className="inspector__heading" id="publish-title">
        Publish
      </h3>
      <p className="inspector__quiet">{why}</p>
    </section>
  )
}

function WhatLeaves({ status, why }: { readonly status: StoryStatus; readonly why: string }) {
  const { approvedRevision } = status.workflow
  return (
    <>
      {why !== '' && <p className="inspector__quiet">{why}</p>}
      {approvedRevision !== null && (
        <p className="inspector__quiet">
          The approved version <RevisionName id={approvedRevision} /> is what leaves the desk.
          {status.changedSinceApproval && ' The story was edited since; those edits stay here until they are approved.'}
        </p>
      )}
    </>
  )
}
