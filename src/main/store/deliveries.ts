import type Database from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { DeliveryState, Receipt, type Delivery } from '../../shared/publishing'
import { Failure } from '../../shared/result'
import { AssetHash, DeliveryId, Instant, RevisionId, StoryId, TargetId } from '../../shared/story/ids'

/** What is already done at the target: a retry goes on from here. */
export const DeliverySteps = z.object({
  /** Files that are there, each stored as soon as the target answered. */
  media: z.record(AssetHash, z.object({ remoteId: z.string(), url: z.string() })).default({}),
  /** Where all of this is: a target may be moved to another address. */
  place: z.string().default(''),
  /** The story's name there, known since the target answered that it made it, or since it was found. */
  remoteId: z.string().nullable().default(null),
  /** By the target's clock, when the last write was begun whose answer is not known. Set before anything is sent. */
  sentAt: Instant.nullable().default(null),
  /** What that write is doing, or what the last one did. */
  action: z.enum(['created', 'updated']).nullable().default(null),
  /** SHA-256 of what was sent, part by part; the next delivery sees from it whether there is anything to do. */
  sentHash: z.string().nullable().default(null),
  /** SHA-256 of each part of what the target held after the delivery, to say which part changed since. */
  held: z.record(z.string(), z.string()).default({}),
})
export type DeliverySteps = z.infer<typeof DeliverySteps>

/** A delivery with what only the outbox needs. */
export interface OutboxRow {
  readonly delivery: Delivery
  readonly steps: DeliverySteps
  /** Whether a person decided that the target's changed copy may be replaced. */
  readonly overwrite: boolean
}

/** What may change of a delivery. */
export interface DeliveryChange {
  readonly state?: DeliveryState
  readonly attempts?: number
  readonly nextAttemptAt?: Instant | null
  readonly progress?: Delivery['progress']
  readonly error?: Failure | null
  readonly receipt?: Receipt | null
  readonly steps?: DeliverySteps
  readonly overwrite?: boolean
  readonly recorded?: boolean
}

const json = <T extends z.ZodType>(schema: T) => z.string().nullable().transform((text) => (text === null ? null : schema.parse(JSON.parse(text))))

const Row = z.object({
  id: DeliveryId,
  story: StoryId,
  revision: RevisionId,
  target: TargetId,
  state: DeliveryState,
  attempts: z.number(),
  next_attempt_at: Instant.nullable(),
  progress: json(z.object({ done: z.number(), total: z.number(), label: z.string() })),
  error: json(Failure),
  receipt: json(Receipt),
  steps: z.string().transform((text) => DeliverySteps.parse(JSON.parse(text))),
  overwrite: z.number(),
  created_at: Instant,
  updated_at: Instant,
  headline: z.string().nullable(),
  target_name: z.string().nullable(),
})

const select = `
  SELECT deliveries.*, revisions.headline AS headline, json_extract(targets.settings, '$.name') AS target_name
  FROM deliveries LEFT JOIN revisions ON revisions.id = deliveries.revision LEFT JOIN targets ON targets.id = deliveries.target`

const now = (): Instant => Instant.parse(new Date().toISOString())

/** Writes the intent to deliver a revision. Nothing has been sent when this returns. */
export function addDelivery(db: Database.Database, { story, revision, target }: Pick<Delivery, 'story' | 'revision' | 'target'>): Delivery {
  const id = DeliveryId.parse(randomUUID())
  const at = now()
  db.prepare("INSERT INTO deliveries (id, story, revision, target, state, created_at, updated_at) VALUES (?, ?, ?, ?, 'queued', ?, ?)").run(id, story, revision, target, at, at)
  return rowWith(db, id).delivery
}

/** The deliveries of a story, or of the whole desk; the newest first. */
export function deliveriesOf(db: Database.Database, story: StoryId | null): Delivery[] {
  const rows = story === null ? db.prepare(`${select} ORDER BY deliveries.created_at DESC, deliveries.rowid DESC LIMIT 1000`).all() : db.prepare(`${select} WHERE deliveries.story = ? ORDER BY deliveries.created_at DESC, deliveries.rowid DESC`).all(story)
  return rows.map((row) => outboxRow(row).delivery)
}

/** @throws Error when there is no such delivery. */
export function rowWith(db: Database.Database, id: DeliveryId): OutboxRow {
  return outboxRow(db.prepare(`${select} WHERE deliveries.id = ?`).get(id))
}

/** Whether there is such a delivery. */
export function hasDelivery(db: Database.Database, id: DeliveryId): boolean {
  return db.prepare('SELECT 1 FROM deliveries WHERE id = ?').get(id) !== undefined
}

/** Deliveries that are not at their end, the oldest first. */
export function openDeliveries(db: Database.Database): Delivery[] {
  return db.prepare(`${select} WHERE deliveries.state IN ('queued', 'sending', 'waiting') ORDER BY deliveries.created_at, deliveries.rowid`).all().map((row) => outboxRow(row).delivery)
}

/** Delivered revisions whose 'published' is not yet in the story's log, the oldest first. */
export function unrecordedDeliveries(db: Database.Database): Delivery[] {
  return db.prepare(`${select} WHERE deliveries.state = 'delivered' AND deliveries.recorded = 0 ORDER BY deliveries.updated_at, deliveries.rowid`).all().map((row) => outboxRow(row).delivery)
}

/** The last delivery of a story to a target that arrived: its receipt says what the target should hold. */
export function lastDelivered(db: Database.Database, story: StoryId, target: TargetId): OutboxRow | undefined {
  const row = db.prepare(`${select} WHERE deliveries.story = ? AND deliveries.target = ? AND deliveries.state = 'delivered' ORDER BY json_extract(deliveries.receipt, '$.at') DESC, deliveries.rowid DESC LIMIT 1`).get(story, target)
  return row === undefined ? undefined : outboxRow(row)
}

/** Deliveries of a story to a target that began a write and never learned what became of it. */
export function unansweredDeliveries(db: Database.Database, story: StoryId, target: TargetId): OutboxRow[] {
  return db.prepare(`${select} WHERE deliveries.story = ? AND deliveries.target = ? AND json_extract(deliveries.steps, '$.sentAt') IS NOT NULL`).all(story, target).map(outboxRow)
}

export function changeDelivery(db: Database.Database, id: DeliveryId, change: DeliveryChange): void {
  const columns = Object.entries(columnsOf(change)).filter(([, value]) => value !== undefined)
  const assignments = columns.map(([column]) => `${column} = ?`)
  db.prepare(`UPDATE deliveries SET ${[...assignments, 'updated_at = ?'].join(', ')} WHERE id = ?`).run(...columns.map(([, value]) => value), now(), id)
}

function columnsOf(change: DeliveryChange): Record<string, string | number | null | undefined> {
  const { state, attempts, nextAttemptAt, progress, error, receipt, steps, overwrite, recorded } = change
  return {
    state,
    attempts,
    next_attempt_at: nextAttemptAt,
    progress: stored(progress),
    error: stored(error),
    receipt: stored(receipt),
    steps: stored(steps) ?? undefined,
    overwrite: overwrite === undefined ? undefined : Number(overwrite),
    recorded: recorded === undefined ? undefined : Number(recorded),
  }
}

/** Undefined stays undefined (not changed), null stays null (emptied). */
function stored(value: unknown): string | null | undefined {
  return value === undefined ? undefined : value === null ? null : JSON.stringify(value)
}

function outboxRow(raw: unknown): OutboxRow {
  const row = Row.parse(raw)
  return {
    delivery: {
      id: row.id,
      story: row.story,
      headline: row.headline ?? '',
      revision: row.revision,
      target: row.target,
      targetName: row.target_name ?? 'a target that was removed',
      state: row.state,
      attempts: row.attempts,
      nextAttemptAt: row.next_attempt_at,
      progress: row.progress,
      error: row.error,
      receipt: row.receipt,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    },
    steps: row.steps,
    overwrite: row.overwrite === 1,
  }
}
