import type { Delivery } from '@shared/publishing'
import { CircleAlert, CircleCheck, Clock, GitFork } from 'lucide-react'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { fullDate, shortDate } from '../../ui/dates'
import { complain } from '../../ui/notices'
import { Progress } from '../../ui/Progress'
import { countdown } from './countdown'
import { useNow } from './use-now'

/** How far a delivery is, and what can be done about it. */
export function DeliveryState({ delivery }: { readonly delivery: Delivery }) {
  switch (delivery.state) {
    case 'queued':
    case 'sending':
      return <UnderWay delivery={delivery} />
    case 'waiting':
      return <Waiting delivery={delivery} />
    case 'delivered':
      return <Delivered delivery={delivery} />
    case 'failed':
      return (
        <div className="publish__state publish__state--bad" role="status">
          <CircleAlert size={15} aria-hidden />
          <div>
            <p>Not published. {delivery.error?.message}</p>
            <Actions>
              <Retry delivery={delivery} label="Try again" />
            </Actions>
          </div>
        </div>
      )
    case 'drifted':
      return (
        <div className="publish__state publish__state--bad" role="status">
          <GitFork size={15} aria-hidden />
          <div>
            <p>{delivery.error?.message ?? 'It was changed there since Copydesk last wrote it, so nothing was sent.'}</p>
            <Actions>
              <Retry delivery={delivery} label="Overwrite there" overwrite />
            </Actions>
          </div>
        </div>
      )
    case 'cancelled':
      return (
        <p className="publish__state publish__state--quiet" role="status">
          <span>Cancelled {shortDate(delivery.updatedAt)}.</span>
        </p>
      )
  }
}

function UnderWay({ delivery }: { readonly delivery: Delivery }) {
  const { progress } = delivery
  return (
    <div className="publish__progress" role="status">
      <Progress done={progress?.done ?? 0} total={progress?.total ?? 0} label={progress?.label ?? (delivery.state === 'queued' ? 'In the queue' : 'Sending')} />
      <Cancel delivery={delivery} />
    </div>
  )
}

function Waiting({ delivery }: { readonly delivery: Delivery }) {
  const now = useNow()
  return (
    <div className="publish__state publish__state--waiting">
      <Clock size={15} aria-hidden />
      <div>
        <p role="status">{delivery.error?.message ?? 'The target could not be reached.'}</p>
        <p className="publish__detail">
          {delivery.nextAttemptAt === null ? 'It will be tried again.' : countdown(Date.parse(delivery.nextAttemptAt) - now)} {delivery.attempts > 1 && `${delivery.attempts} attempts so far.`}
        </p>
        <Actions>
          <Retry delivery={delivery} label="Try now" />
          <Cancel delivery={delivery} />
        </Actions>
      </div>
    </div>
  )
}

const did = { created: 'Published', updated: 'Updated', unchanged: 'Nothing had to be changed there' } as const

function Delivered({ delivery }: { readonly delivery: Delivery }) {
  return (
    <div className="publish__state publish__state--good" role="status">
      <CircleCheck size={15} aria-hidden />
      <div>
        <p title={fullDate(delivery.updatedAt)}>
          {did[delivery.receipt?.action ?? 'updated']}, read back and compared {shortDate(delivery.updatedAt)}.
        </p>
        {delivery.error && <p className="publish__detail">{delivery.error.message}</p>}
      </div>
    </div>
  )
}

const Actions = ({ children }: { readonly children: React.ReactNode }) => <div className="publish__actions">{children}</div>

function Retry({ delivery, label, overwrite = false }: { readonly delivery: Delivery; readonly label: string; readonly overwrite?: boolean }) {
  const retry = async (): Promise<void> => {
    const answer = await ask('delivery.retry', { id: delivery.id, overwrite })
    if (!answer.ok) complain(answer.error)
  }
  return (
    <Button size="small" look={overwrite ? 'danger' : 'secondary'} onClick={() => void retry()}>
      {label}
    </Button>
  )
}

function Cancel({ delivery }: { readonly delivery: Delivery }) {
  const cancel = async (): Promise<void> => {
    const answer = await ask('delivery.cancel', { id: delivery.id })
    if (!answer.ok) complain(answer.error)
  }
  return (
    <Button size="small" look="quiet" onClick={() => void cancel()}>
      Cancel
    </Button>
  )
}
