import type Database from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { TargetSettings, type Target } from '../../shared/publishing'
import { DeskError } from '../../shared/result'
import { TargetId } from '../../shared/story/ids'

const Row = z.object({ id: TargetId, settings: z.string() })

/** The targets of the desk in the order in which they were added. Whether a secret is known is not in the store: `hasSecret` is false. */
export function listTargets(db: Database.Database): Target[] {
  return db.prepare('SELECT id, settings FROM targets ORDER BY created_at, id').all().map(targetOf)
}

/** One target, or undefined when it was removed. */
export function targetWith(db: Database.Database, id: TargetId): Target | undefined {
  const row = db.prepare('SELECT id, settings FROM targets WHERE id = ?').get(id)
  return row === undefined ? undefined : targetOf(row)
}

/** Adds a target (`id` null) or changes one. @throws DeskError when there is none to change. */
export function saveTarget(db: Database.Database, { id, settings }: { readonly id: TargetId | null; readonly settings: TargetSettings }): Target {
  const json = JSON.stringify(settings)
  if (id === null) {
    const made = TargetId.parse(randomUUID())
    db.prepare('INSERT INTO targets (id, settings, created_at) VALUES (?, ?, ?)').run(made, json, new Date().toISOString())
    return { id: made, settings, hasSecret: false }
  }
  const { changes } = db.prepare('UPDATE targets SET settings = ? WHERE id = ?').run(json, id)
  if (changes === 0) throw new DeskError('no-target', 'This target is no longer on the desk.')
  return { id, settings, hasSecret: false }
}

/** Forgets a target. Its deliveries and receipts stay: they say what was published. */
export function removeTarget(db: Database.Database, id: TargetId): void {
  db.prepare('DELETE FROM targets WHERE id = ?').run(id)
}

function targetOf(raw: unknown): Target {
  const { id, settings } = Row.parse(raw)
  return { id, settings: TargetSettings.parse(JSON.parse(settings)), hasSecret: false }
}
