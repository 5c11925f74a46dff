import Database from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { membersAsSigned } from '../../shared/identity/members-as-signed'
import { DeskError } from '../../shared/result'
import { defaultKinds } from '../../shared/story/default-kinds'
import type { Kind } from '../../shared/story/kind'
import { startingTerms } from '../../shared/style/starting-terms'
import type { Member } from '../../shared/workflow/member'
import { genuineVersions } from '../../shared/workflow/check-policies'
import { defaultPolicy, type Policy } from '../../shared/workflow/policy'
import { policyBook, type PolicyBook } from '../../shared/workflow/policy-book'
import { openDatabase, type DeskDatabase } from '../store/database'
import { listMembers, putMember } from '../store/members'
import { applicationId, formatOf, migrate, newestFormat, refuseNewer } from '../store/migrations'
import { storedRevocations } from '../store/revocations'
import { storedRoleChanges } from '../store/role-changes'
import { storedPolicies } from '../store/policies'
import { readSetting, writeSetting } from '../store/settings'
import { replaceStyleTerms } from '../store/style-terms'
import { isGenuine, verifySignature } from './identity'
import { lockFiles, takeLock, type DeskLock } from './lock'

/** A desk's folder, open. */
export interface Desk {
  /** The folder, as an absolute path. */
  readonly path: string
  readonly db: DeskDatabase
  readonly name: string
  readonly kinds: readonly Kind[]
  /** The rules of sign-off that hold now for kinds without rules of their own. */
  readonly policy: Policy
  /** Every version of the rules that the desk has had. */
  readonly book: PolicyBook
  /** Members whose id is that of their key, with what they were before and what was revoked of them; others count for nothing. */
  readonly members: readonly Member[]
  /** Reads name, kinds, policy and members again, after they were changed in the file. */
  reload(): void
  close(): void
}

export const databaseFile = (folder: string): string => path.join(folder, 'desk.sqlite')
export const backupFolder = (folder: string): string => path.join(folder, 'backups')

/**
 * Opens a desk and brings its file to the newest format.
 * @param options `lock: false` is for a job of the app that holds the lock already.
 * @throws DeskError `no-desk`, `desk-locked`, `desk-newer`, `desk-migration` or `desk-damaged`. The desk is then as it was.
 */
export function openDesk(folder: string, { lock = true } = {}): Desk {
  refuseNoDesk(folder)
  let held: DeskLock | undefined
  try {
    if (lock) held = takeLock(folder)
    return openFile(folder, held)
  } catch (error) {
    held?.release()
    throw inWords(folder, error)
  }
}

/** @throws DeskError `no-desk` when there is no desk's file in a folder. */
export function refuseNoDesk(folder: string): void {
  const file = databaseFile(folder)
  if (!existsSync(file)) throw new DeskError('no-desk', `There is no desk in this folder: ‘${path.basename(file)}’ is missing.`, { place: folder })
}

function openFile(folder: string, held: DeskLock | undefined): Desk {
  const db = openDatabase(databaseFile(folder), { accept: refuseForeign })
  try {
    if (held) migrate(db, backupFolder(folder))
    else refuseOther(db)
    return deskOn(db, path.resolve(folder), held)
  } catch (error) {
    db.close()
    throw error
  }
}

function refuseForeign(db: DeskDatabase): void {
  if (Number(db.pragma('application_id', { simple: true })) !== applicationId) throw new DeskError('no-desk', 'The file ‘desk.sqlite’ in this folder was not made by Copydesk.')
}

/** Only who holds the lock may change the format. */
function refuseOther(db: DeskDatabase): void {
  refuseNewer(db)
  if (formatOf(db) !== newestFormat()) throw new DeskError('desk-older', 'This desk is of an older format. Open it once in Copydesk, which brings it up to date.')
}

function deskOn(db: DeskDatabase, folder: string, held: DeskLock | undefined): Desk {
  let state = read(db)
  return {
    path: folder,
    db,
    get name() {
      return state.name
    },
    get kinds() {
      return state.kinds
    },
    get policy() {
      return state.policy
    },
    get book() {
      return state.book
    },
    get members() {
      return state.members
    },
    reload() {
      state = read(db)
    },
    close() {
      db.close()
      held?.release()
    },
  }
}

function read(db: DeskDatabase): Pick<Desk, 'name' | 'kinds' | 'policy' | 'book' | 'members'> {
  const members = membersAsSigned(listMembers(db).filter(isGenuine), { revocations: storedRevocations(db), roleChanges: storedRoleChanges(db) }, verifySignature)
  const book = policyBook(readSetting(db, 'policy'), genuineVersions(storedPolicies(db), members, verifySignature))
  return { name: readSetting(db, 'name'), kinds: readSetting(db, 'kinds'), policy: book.current(null).policy, book, members }
}

function inWords(folder: string, error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const detail = `${error.code}: ${error.message}`
  if (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT')) {
    return new DeskError('desk-damaged', 'The file of this desk is damaged and can’t be read. Its folder ‘backups’ has earlier copies; nothing was changed.', { place: databaseFile(folder), detail })
  }
  return new DeskError('desk-unreadable', 'The file of this desk could not be opened. Check that you may write to its folder.', { place: databaseFile(folder), detail })
}

/**
 * Makes a desk in an empty or new folder, with the kinds that a desk starts with and its first member.
 * @throws DeskError `folder-not-empty` or `folder-unusable`.
 */
export function createDesk(folder: string, { name, member }: { readonly name: string; readonly member: Member }): Desk {
  makeFolder(folder)
  refuseFull(folder)
  let held: DeskLock | undefined
  try {
    held = takeLock(folder)
    fill(folder, name, member)
    for (const part of ['assets', 'backups']) mkdirSync(path.join(folder, part), { recursive: true })
    return openFile(folder, held)
  } catch (error) {
    held?.release()
    throw inWords(folder, error)
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    readdirSync(folder)
  } catch (error) {
    throw new DeskError('folder-unusable', 'A desk can’t be made there. Choose a folder that you may write to.', { place: folder, detail: error instanceof Error ? error.message : String(error) })
  }
}

/** What the system or an interrupted attempt may have left. */
const negligible = ['.DS_Store', 'Thumbs.db', 'desktop.ini', ...lockFiles, 'desk.sqlite.part', 'desk.sqlite.part-wal', 'desk.sqlite.part-shm']

function refuseFull(folder: string): void {
  if (existsSync(databaseFile(folder))) throw new DeskError('folder-not-empty', 'There is a desk in this folder already. Open it, or choose an empty folder.', { place: folder })
  const others = readdirSync(folder).filter((name) => !negligible.includes(name))
  if (others.length > 0) throw new DeskError('folder-not-empty', 'This folder is not empty. A desk needs a folder of its own: choose an empty one, or make a new one.', { place: folder })
}

/** The file gets its name only when all is in it. */
function fill(folder: string, name: string, member: Member): void {
  const part = `${databaseFile(folder)}.part`
  for (const file of [part, `${part}-wal`, `${part}-shm`]) rmSync(file, { force: true })
  const db = openDatabase(part, { create: true })
  try {
    migrate(db, backupFolder(folder))
    writeSetting(db, 'name', name)
    writeSetting(db, 'kinds', [...defaultKinds])
    writeSetting(db, 'policy', defaultPolicy)
    replaceStyleTerms(db, startingTerms(randomUUID))
    putMember(db, member)
  } finally {
    db.close()
  }
  renameSync(part, databaseFile(folder))
}
