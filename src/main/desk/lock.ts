import Database from 'better-sqlite3'
import { readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { z } from 'zod'
import { DeskError } from '../../shared/result'

/** Who has a desk open; for words only, the lock itself is the system's. */
const Holder = z.object({ computer: z.string(), user: z.string(), process: z.number(), since: z.iso.datetime() })
type Holder = z.infer<typeof Holder>

export interface DeskLock {
  release(): void
}

/** Names of the lock's files in a desk's folder. */
export const lockFiles = ['desk.lock', 'desk.lock.json'] as const

/**
 * Takes a desk for this process. The lock is an exclusive transaction on a small SQLite file: the system gives it up when the
 * process ends, however it ends, so nothing is ever left locked.
 * @throws DeskError `desk-locked`, saying who has it, when another one holds it.
 */
export function takeLock(folder: string): DeskLock {
  const [lock, about] = [path.join(folder, lockFiles[0]), path.join(folder, lockFiles[1])]
  const db = new Database(lock, { timeout: 0 })
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    throw isBusy(error) ? locked(about) : error
  }
  sayWho(about)
  return {
    release() {
      if (!db.open) return
      rmSync(about, { force: true })
      db.close()
    },
  }
}

/** Leaves words for whoever finds the desk locked. A desk can be used without them. */
function sayWho(about: string): void {
  try {
    writeFileAtomic.sync(about, JSON.stringify(thisProcess(), null, 2), { fsync: false })
  } catch (error) {
    console.error('Who has the desk could not be written down', error)
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

function thisProcess(): Holder {
  return { computer: os.hostname(), user: userName(), process: process.pid, since: new Date().toISOString() }
}

function userName(): string {
  try {
    return os.userInfo().username
  } catch {
    // A process without an account of its own, as in some containers.
    return ''
  }
}

function locked(about: string): DeskError {
  const holder = readHolder(about)
  const where = holder === undefined ? '' : ` (on ${holder.computer} since ${timeOf(holder.since)})`
  return new DeskError('desk-locked', `This desk is open in another Copydesk${where}. Close it there first.`, { place: path.dirname(about), ...(holder && { detail: `process ${holder.process} of ${holder.user || 'an unnamed user'}` }) })
}

function readHolder(file: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** The time of day, with the day unless it is today. */
function timeOf(since: string): string {
  const moment = new Date(since)
  const time = moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return moment.toDateString() === new Date().toDateString() ? time : `${moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}, ${time}`
}
