import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { DeskDatabase } from './database'

/** Backups made as time goes by; copies made before a change of format have other names and are kept. */
const pattern = /^desk-\d{8}T\d{6}Z\.sqlite$/

/** The names of a folder's backups, the oldest first. */
export function listBackups(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => pattern.test(name)).sort() : []
}

/** When a backup was made, by its name. */
export function madeAt(name: string): number {
  return Date.parse(name.replace(/^desk-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.sqlite$/, '$1-$2-$3T$4:$5:$6Z'))
}

/**
 * Copies the whole database while it is in use, with SQLite's own backup: complete under its final name, or not there.
 * @param stopped Asked between the pieces of the copy; the copy then ends without a trace.
 */
export async function backUp(db: DeskDatabase, folder: string, now: Date, stopped: () => boolean): Promise<string | null> {
  mkdirSync(folder, { recursive: true })
  const name = `desk-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.sqlite`
  const part = path.join(folder, `${name}.part`)
  try {
    await db.backup(part, {
      progress: () => {
        if (stopped()) throw new Stopped()
        return 256
      },
    })
    renameSync(part, path.join(folder, name))
    return name
  } catch (error) {
    if (error instanceof Stopped || stopped()) return null
    throw error
  } finally {
    rmSync(part, { force: true })
  }
}

class Stopped extends Error {}

/** Removes all but the newest backups. */
export function keepNewest(folder: string, count: number): void {
  for (const name of listBackups(folder).slice(0, -count)) rmSync(path.join(folder, name))
}
