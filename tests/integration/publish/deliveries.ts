import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { openDesk, type Desk } from '../../../src/main/desk/desk'
import { targetOpener } from '../../../src/main/publish/open-target'
import { createOutbox, type Outbox, type OutboxParts } from '../../../src/main/publish/outbox'
import type { RetryPace } from '../../../src/main/publish/retry-pace'
import { givenSecrets } from '../../../src/main/publish/secrets'
import { deliveriesOf, rowWith } from '../../../src/main/store/deliveries'
import { saveTarget } from '../../../src/main/store/targets'
import type { Delivery, Receipt, Target, TargetSettings } from '../../../src/shared/publishing'
import type { DeliveryId } from '../../../src/shared/story/ids'

/** Impatient, so that a test does not sit and wait. */
const quickly: RetryPace = { first: 30, longest: 400, attempts: 30, settle: 100 }

export interface TestOutbox {
  readonly outbox: Outbox
  /** Every delivery that was to be recorded, in order. */
  readonly recorded: Delivery[]
}

/** The outbox of a desk with one secret for all of its targets. */
export function outboxOf(desk: Desk, secret: string, more: Partial<OutboxParts> = {}): TestOutbox {
  const recorded: Delivery[] = []
  const outbox = createOutbox({
    desk,
    targetFor: targetOpener(desk, givenSecrets(() => secret)),
    changed: () => {},
    delivered: (delivery) => void recorded.push(delivery),
    pace: quickly,
    ...more,
  })
  onTestFinished(() => outbox.close())
  return { outbox, recorded }
}

/** The same desk as another process would have it after the first one was killed. */
export function afterCrash(folder: string): Desk {
  const desk = openDesk(folder, { lock: false })
  onTestFinished(() => desk.close())
  return desk
}

export function addTarget({ db }: Desk, settings: TargetSettings): Target {
  return saveTarget(db, { id: null, settings })
}

/** Waits until a delivery is delivered, failed, drifted or cancelled. */
export async function settled({ db }: Desk, id: DeliveryId, seconds = 30): Promise<Delivery> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(10)) {
    const { delivery } = rowWith(db, id)
    if (delivery.state !== 'queued' && delivery.state !== 'sending' && delivery.state !== 'waiting') return delivery
  }
  throw new Error(`After ${seconds} s the delivery is: ${JSON.stringify(rowWith(db, id))}`)
}

/** Waits until a delivery is in one state. */
export async function until({ db }: Desk, id: DeliveryId, state: Delivery['state'], seconds = 10): Promise<Delivery> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(5)) {
    const { delivery } = rowWith(db, id)
    if (delivery.state === state) return delivery
  }
  throw new Error(`After ${seconds} s the delivery is: ${JSON.stringify(rowWith(db, id))}`)
}

/** Publishes, waits, and answers with the receipt. @throws Error when it was not delivered */
export async function publish(desk: Desk, outbox: Outbox, ...asked: Parameters<Outbox['enqueue']>): Promise<Receipt> {
  const delivery = await settled(desk, outbox.enqueue(...asked).id)
  if (delivery.state !== 'delivered' || delivery.receipt === null) throw new Error(`It is ${delivery.state}: ${JSON.stringify(delivery.error)}`)
  return delivery.receipt
}

export const countOf = ({ db }: Desk): number => deliveriesOf(db, null).length
