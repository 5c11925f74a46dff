import { z } from 'zod'
import { PresetName } from './presets'
import { Failure } from './result'
import { AssetHash, DeliveryId, Instant, KindId, RevisionId, StoryId, TargetId } from './story/ids'

/** A site's address. A name and a password in it would end up in logs and messages, so they are refused. */
const webAddress = z.url({ protocol: /^https?$/ }).refine((address) => !/^https?:\/\/[^/?#]*@/i.test(address), 'must not hold a name or a password')

/** How to reach a target. Secrets are never part of this. */
export const TargetSettings = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('wordpress'),
    name: z.string().trim().min(1),
    /** The site's address, such as https://example.org/ */
    address: webAddress,
    user: z.string().min(1),
    /** What an approved story becomes there. */
    publishAs: z.enum(['publish', 'draft']),
    /** The category of each kind of story there; a kind that is not named has its plural as category. */
    categories: z.partialRecord(KindId, z.string().trim().min(1)).optional(),
  }),
  z.object({ type: z.literal('rest'), name: z.string().trim().min(1), address: webAddress }),
  z.object({ type: z.literal('folder'), name: z.string().trim().min(1), folder: z.string().min(1), preset: PresetName }),
])
export type TargetSettings = z.infer<typeof TargetSettings>

/** Where a target's password is sent: it was typed for this server, and goes to no other one. Empty for a folder. */
export function serverOf(settings: TargetSettings): string {
  return settings.type === 'folder' ? '' : new URL(settings.address).origin
}

/** Where a desk publishes. */
export const Target = z.object({ id: TargetId, settings: TargetSettings, hasSecret: z.boolean() })
export type Target = z.infer<typeof Target>

/** What the target answered and what was read back. */
export const Receipt = z.object({
  remoteId: z.string(),
  url: z.string(),
  /** Whether the delivery made the page or changed it. */
  action: z.enum(['created', 'updated', 'unchanged']),
  at: Instant,
  /** SHA-256 of what the target holds, as read back; the next delivery compares with it. */
  remoteHash: z.string(),
  /** The target's own mark of the version (modified_gmt, ETag). */
  remoteVersion: z.string(),
  /** Media by asset: where the target keeps it. */
  media: z.record(AssetHash, z.object({ remoteId: z.string(), url: z.string() })),
  /** What the target changed or dropped without saying so, found by reading back. */
  remarks: z.array(z.string()),
})
export type Receipt = z.infer<typeof Receipt>

export const DeliveryState = z.enum(['queued', 'sending', 'waiting', 'delivered', 'failed', 'drifted', 'cancelled'])
export type DeliveryState = z.infer<typeof DeliveryState>

/** One revision on its way to one target: a row of the outbox. */
export const Delivery = z.object({
  id: DeliveryId,
  story: StoryId,
  headline: z.string(),
  revision: RevisionId,
  target: TargetId,
  targetName: z.string(),
  state: DeliveryState,
  attempts: z.number().int(),
  /** For waiting: when it is tried again. */
  nextAttemptAt: Instant.nullable(),
  /** What is being done now, in words, and how far. */
  progress: z.object({ done: z.number(), total: z.number(), label: z.string() }).nullable(),
  error: Failure.nullable(),
  receipt: Receipt.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
})
export type Delivery = z.infer<typeof Delivery>
