import type { StoryStatus } from '@shared/ipc'
import type { Delivery, Target } from '@shared/publishing'
import { Globe } from 'lucide-react'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { fullDate, shortDate } from '../../ui/dates'
import { complain } from '../../ui/notices'
import { describeTarget, whyNotReady } from '../targets/describe-target'
import { RevisionName } from '../workflow/RevisionName'
import { DeliveryState } from './DeliveryState'
import { Receipt } from './Receipt'

interface TargetCardProps {
  readonly target: Target
  readonly status: StoryStatus
  /** Why the story can't be published at all; '' when it can. */
  readonly why: string
}

/** One target: what is live there, what is on its way, and the button that sends the approved version. */
export function TargetCard({ target, status, why }: TargetCardProps) {
  const { name } = target.settings
  const live = status.workflow.published.find((entry) => entry.target === target.id)
  const delivery = latest(status.deliveries, target)
  const receipt = status.deliveries.filter((entry) => entry.target === target.id && entry.receipt !== null).sort(newestFirst)[0]?.receipt ?? null
  const underWay = delivery !== undefined && ['queued', 'sending', 'waiting'].includes(delivery.state)
  const stuck = delivery !== undefined && ['failed', 'drifted'].includes(delivery.state)
  const isLive = live !== undefined && live.revision === status.workflow.approvedRevision
  const unavailable = why || whyNotReady(target) || (underWay ? 'It is on its way.' : '')
  const publish = async (): Promise<void> => {
    const answer = await ask('delivery.enqueue', { story: status.id, target: target.id })
    if (!answer.ok) complain(answer.error)
  }
  return (
    <li className="publish__target" aria-label={name}>
      <div className="publish__head">
        <div className="publish__what">
          <span className="publish__name">{name}</span>
          <span className="publish__about">{describeTarget(target.settings)}</span>
        </div>
        <Button size="small" look={isLive || stuck || unavailable !== '' ? 'secondary' : 'primary'} unavailable={unavailable} aria-label={`${isLive ? 'Publish again' : 'Publish'} to ${name}`} onClick={() => void publish()}>
          {isLive ? 'Publish again' : 'Publish'}
        </Button>
      </div>
      {whyNotReady(target) !== '' && <p className="publish__missing">{whyNotReady(target)}</p>}
      {live && (
        <div className="publish__live">
          <Globe size={15} aria-hidden />
          <div>
            <p>
              Live since <span title={fullDate(live.at)}>{shortDate(live.at)}</span> <RevisionName id={live.revision} />
              {isLive ? ', the approved version' : ', an earlier version'}
            </p>
            <Address url={live.url} />
          </div>
        </div>
      )}
      {delivery && <DeliveryState delivery={delivery} />}
      {receipt && <Receipt receipt={receipt} />}
    </li>
  )
}

/** Where the story is to be read; web addresses open in the browser, after a question. */
function Address({ url }: { readonly url: string }) {
  if (!/^https?:/.test(url)) return <span className="publish__address">{url}</span>
  const open = async (): Promise<void> => {
    const answer = await ask('link.openExternal', { address: url })
    if (!answer.ok) complain(answer.error)
  }
  return (
    <button type="button" className="publish__address publish__address--link" onClick={() => void open()}>
      {url}
    </button>
  )
}

const newestFirst = (a: Delivery, b: Delivery): number => (a.createdAt < b.createdAt ? 1 : -1)

function latest(deliveries: readonly Delivery[], target: Target): Delivery | undefined {
  return deliveries.filter((entry) => entry.target === target.id).sort(newestFirst)[0]
}
