import { z } from 'zod'
import { Delivery, Target, TargetSettings } from '../publishing'
import { DeliveryId, StoryId, TargetId } from '../story/ids'
import { call, none } from './call'

/** Targets, and the deliveries to them. */
export const publishingCalls = {
  'target.list': call(none, z.array(Target)),
  'target.save': call(z.object({ id: TargetId.nullable(), settings: TargetSettings, secret: z.string().max(4096).nullable(), remember: z.enum(['keychain', 'session']) }), Target),
  'target.remove': call(z.object({ id: TargetId }), none),
  /** Logs in without writing anything; the value is a sentence for a person. */
  'target.test': call(z.object({ id: TargetId }), z.string()),
  'delivery.enqueue': call(z.object({ story: StoryId, target: TargetId }), Delivery),
  'delivery.retry': call(z.object({ id: DeliveryId, overwrite: z.boolean().default(false) }), Delivery),
  'delivery.cancel': call(z.object({ id: DeliveryId }), Delivery),
}
