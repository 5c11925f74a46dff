import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DeskError } from '../../shared/result'
import type { DeskDatabase } from './database'
import schema1 from './schema-1.sql?raw'
import schema2 from './schema-2.sql?raw'
import schema3 from './schema-3.sql?raw'
import schema4 from './schema-4.sql?raw'
import schema5 from './schema-5.sql?raw'
import schema6 from './schema-6.sql?raw'
import schema7 from './schema-7.sql?raw'
import schema8 from './schema-8.sql?raw'
import schema9 from './schema-9.sql?raw'
import schema10 from './schema-10.sql?raw'
import schema11 from './schema-11.sql?raw'
import schema12 from './schema-12.sql?raw'
import schema13 from './schema-13.sql?raw'

/** One step from a desk's format to the next. Steps are never changed once released, and never go back. */
export interface Migration {
  readonly version: number
  readonly sql: string
}

export const migrations: readonly Migration[] = [
  { version: 1, sql: schema1 },
  { version: 2, sql: schema2 },
  { version: 3, sql: schema3 },
  { version: 4, sql: schema4 },
  { version: 5, sql: schema5 },
  { version: 6, sql: schema6 },
  { version: 7, sql: schema7 },
  { version: 8, sql: schema8 },
  { version: 9, sql: schema9 },
  { version: 10, sql: schema10 },
  { version: 11, sql: schema11 },
  { version: 12, sql: schema12 },
  { version: 13, sql: schema13 },
]

/** Marks the file as a desk's (`PRAGMA application_id`): 'CPYD'. */
export const applicationId = 0x43505944

/** The format of a desk's file; 0 for one that is still empty. */
export function formatOf(db: DeskDatabase): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** The newest format that these steps lead to. */
export const newestFormat = (steps: readonly Migration[] = migrations): number => steps.at(-1)?.version ?? 0

/**
 * Brings a desk's file to the newest format: each step whole or not at all, and a copy of the file in `backups` before the
 * first one.
 * @throws DeskError `desk-newer` for a file of a later format, `desk-migration` when a step fails; the file is then as the
 *   last whole step left it.
 */
export function migrate(db: DeskDatabase, backups: string, steps: readonly Migration[] = migrations): void {
  refuseNewer(db, steps)
  const before = formatOf(db)
  const missing = steps.filter(({ version }) => version > before)
  if (missing.length === 0) return
  if (before > 0) copyWhole(db, path.join(backups, `before-format-${newestFormat(steps)}.sqlite`))
  for (const step of missing) perform(db, step)
}

/** @throws DeskError `desk-newer` when the file is of a format that these steps don't know. */
export function refuseNewer(db: DeskDatabase, steps: readonly Migration[] = migrations): void {
  const format = formatOf(db)
  const known = newestFormat(steps)
  if (format > known) throw new DeskError('desk-newer', `This desk was made by a newer Copydesk: its format is ${format}, and this Copydesk knows formats up to ${known}. Install the newest Copydesk to open it.`)
}

function perform(db: DeskDatabase, { version, sql }: Migration): void {
  try {
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`application_id = ${applicationId}`)
      db.pragma(`user_version = ${version}`)
    }).immediate()
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new DeskError('desk-migration', `The desk could not be brought to format ${version}. It is unchanged, and a copy is in its folder ‘backups’.`, { detail })
  }
}

/** A copy of the whole database under a free name: complete under its final name, or not there. Answers the name. */
function copyWhole(db: DeskDatabase, wanted: string): string {
  mkdirSync(path.dirname(wanted), { recursive: true })
  const file = freeName(wanted)
  const part = `${file}.part`
  rmSync(part, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(part)
    renameSync(part, file)
    return file
  } finally {
    rmSync(part, { force: true })
  }
}

function freeName(wanted: string): string {
  const { dir, name, ext } = path.parse(wanted)
  let file = wanted
  for (let count = 2; existsSync(file); count++) file = path.join(dir, `${name}-${count}${ext}`)
  return file
}
