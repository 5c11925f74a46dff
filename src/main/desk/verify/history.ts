import Database from 'better-sqlite3'
import { canReadAuthors } from '../../../shared/history/authors-of-version'
import { StoryId } from '../../../shared/story/ids'
import { listMembers } from '../../store/members'
import { hasRevision } from '../../store/revisions'
import { hasStory } from '../../store/stories'
import { SeenRow, StretchRow, storedReads, storedSeen, storedStretches } from '../../store/stored-history'
import type { Desk } from '../desk'
import type { Findings } from './findings'

const subject = 'Stretches of work and what was seen'

/** Every row about who worked on a story, what came of it, and what members have seen, must be readable and about something that is there. A damaged one is named; the others are looked at all the same. */
export function checkHistory(desk: Desk, story: StoryId | null, findings: Findings): void {
  const fault = (sentence: string): void => findings.fault(subject, sentence)
  eachRow('the stretches of work', storedStretches(desk.db, story), findings, (raw) => checkStretch(desk, raw, fault))
  const members = new Set<string>(listMembers(desk.db).map(({ id }) => id))
  eachRow('what members last saw', storedSeen(desk.db, story), findings, (raw) => checkSeen(desk, raw, members, fault))
  eachRow('which comments were read', storedReads(desk.db, story), findings, ({ member, story: about }) => {
    if (!members.has(String(member))) fault(`That ${String(member)} has read comments of story ${String(about)} is noted, but the desk has no such member.`)
    if (!isOnDesk(desk, about)) fault(`That comments were read is noted for story ${String(about)}, which is not on the desk.`)
  })
}

type Raw = Readonly<Record<string, unknown>>

/** What a damaged page of the file makes unreadable ends one table, not the check. */
function eachRow(what: string, rows: Iterable<Raw>, findings: Findings, check: (raw: Raw) => void): void {
  try {
    for (const raw of rows) {
      findings.checked(subject)
      check(raw)
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    findings.fault(subject, `Not all of ${what} can be read, because SQLite says: ${error.message}.`)
  }
}

function checkStretch(desk: Desk, raw: Raw, fault: (sentence: string) => void): void {
  const name = `Stretch of work ${String(raw['id'])} on story ${String(raw['story'])}`
  const parsed = StretchRow.safeParse(raw)
  if (!parsed.success) {
    fault(`${name} can’t be read: ${partsOf(parsed.error.issues)}.`)
    return
  }
  const { story, revision, authors } = parsed.data
  if (!isOnDesk(desk, story)) fault(`${name} is about a story that is not on the desk.`)
  else if (revision !== null && !hasRevision(desk.db, story, revision)) fault(`${name} ended in a version that the story does not have (${revision}).`)
  if (authors !== null && !canReadAuthors(authors)) fault(`${name}: who had written the words of its version can’t be read.`)
}

function checkSeen(desk: Desk, raw: Raw, members: ReadonlySet<string>, fault: (sentence: string) => void): void {
  const name = `What ${String(raw['member'])} last saw of story ${String(raw['story'])}`
  const parsed = SeenRow.safeParse(raw)
  if (!parsed.success) {
    fault(`${name} can’t be read: ${partsOf(parsed.error.issues)}.`)
    return
  }
  const { member, story, revision } = parsed.data
  if (!members.has(member)) fault(`${name} is noted, but the desk has no such member.`)
  if (!isOnDesk(desk, story)) fault(`${name} is noted, but the story is not on the desk.`)
  else if (!hasRevision(desk.db, story, revision)) fault(`${name} is a version that the story does not have (${revision}).`)
}

function isOnDesk({ db }: Desk, story: unknown): boolean {
  const id = StoryId.safeParse(story)
  return id.success && hasStory(db, id.data)
}

const partsOf = (issues: readonly { readonly path: readonly PropertyKey[] }[]): string => `its ${[...new Set(issues.map(({ path: [part] }) => String(part)))].join(', ')} ${issues.length === 1 ? 'is' : 'are'} damaged`
