import type { DeskInfo, StoryStatus } from '@shared/ipc'
import { Undo2 } from 'lucide-react'
import { nameOf } from './people'
import { When } from './When'

/** Approvals of the version at hand that were taken back, each with the reason, for whoever decides about it now. */
export function Withdrawn({ status, desk }: { readonly status: StoryStatus; readonly desk: DeskInfo }) {
  const { submitted } = status.workflow
  return (submitted?.withdrawn ?? []).map(({ event, by, at, reason }) => (
    <div key={`${event} ${at}`} className="decision-card decision-card--changes">
      <p className="decision-card__who">
        <Undo2 size={15} aria-hidden />
        <span>
          <strong>{nameOf(desk, by)}</strong> took back their approval <When at={at} />
        </span>
      </p>
      <blockquote className="said" dir="auto">
        {reason}
      </blockquote>
    </div>
  ))
}
