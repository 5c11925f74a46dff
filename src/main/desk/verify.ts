import Database from 'better-sqlite3'
import type { VerifyReport } from '../../shared/ipc'
import { DeskError } from '../../shared/result'
import type { StoryId } from '../../shared/story/ids'
import { hasStory, storyIds } from '../store/stories'
import { clearIndex, refreshStories, staleStories } from '../store/story-index'
import { openDesk, type Desk } from './desk'
import { checkDatabase } from './verify/database'
import { checkFiles } from './verify/files'
import { checkHistory } from './verify/history'
import { Findings } from './verify/findings'
import { checkIndexAsWhole } from './verify/lists'
import { checkMembers } from './verify/members'
import { checkPolicies } from './verify/policies'
import { paceOf, type Pace, type PaceRequest } from './verify/pace'
import { checkRevisions } from './verify/revisions'
import { checkStory } from './verify/story'

export interface VerifyRequest extends PaceRequest {
  /** Derives the tables for lists and search anew before they are checked. Whoever asks must hold the desk's lock. */
  readonly rebuild: boolean
  /** Only this story, with its versions and files. */
  readonly story?: StoryId | undefined
}

/**
 * Checks a desk from its files alone, and believes nothing: SQLite's own integrity, that every update of a story can be read,
 * every event's signature, the hash of every version and file, what is noted of its history, and that lists and search hold what the stories imply.
 * Without `rebuild` nothing is written, so it may run beside an open window.
 * @throws DeskError `no-desk`, `cancelled`, or `no-story` for a story that the desk does not have.
 */
export async function verifyDesk(folder: string, request: VerifyRequest): Promise<VerifyReport> {
  const findings = new Findings()
  const desk = openOrSay(folder, findings)
  if (desk === undefined) return findings.report()
  try {
    await verifyOpen(desk, findings, request)
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    findings.fault('Database file', `The check could not go on, because SQLite says: ${error.message}.`)
  } finally {
    desk.close()
  }
  return findings.report()
}

/** A desk whose file can't be opened is the first fault, and the last that can be found. */
function openOrSay(folder: string, findings: Findings): Desk | undefined {
  try {
    return openDesk(folder, { lock: false })
  } catch (error) {
    if (!(error instanceof DeskError) || !['desk-damaged', 'desk-unreadable'].includes(error.failure.code)) throw error
    findings.checked('Database file')
    findings.fault('Database file', [error.message, error.failure.detail].filter(Boolean).join(' '))
    return undefined
  }
}

async function verifyOpen(desk: Desk, findings: Findings, request: VerifyRequest): Promise<void> {
  const { story } = request
  if (story !== undefined && !hasStory(desk.db, story)) throw new DeskError('no-story', `No story of this desk has the id ${story}.`)
  const pace = paceOf(request)
  if (request.rebuild) await rebuild(desk, pace)
  await pace(0, 0, 'Checking the database file')
  checkDatabase(desk.db, findings)
  checkMembers(desk.db, findings)
  checkPolicies(desk, findings)
  const ids = story === undefined ? storyIds(desk.db) : [story]
  for (const [index, id] of ids.entries()) {
    await pace(index, ids.length, 'Checking stories')
    // One look at one moment: the app may be writing.
    desk.db.transaction(() => checkStory(desk, id, findings))()
  }
  await checkRevisions(desk, story ?? null, findings, pace)
  checkHistory(desk, story ?? null, findings)
  if (story === undefined) checkIndexAsWhole(desk.db, findings)
  await checkFiles(desk, story ?? null, findings, pace)
}

async function rebuild(desk: Desk, pace: Pace): Promise<void> {
  clearIndex(desk.db)
  const ids = staleStories(desk.db)
  for (let start = 0; start < ids.length; start += 100) {
    await pace(start, ids.length, 'Rebuilding lists and search')
    refreshStories(desk, ids.slice(start, start + 100))
  }
}
