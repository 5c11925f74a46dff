import { existsSync } from 'node:fs'
import { authoredLines } from '../../shared/history/authors-of-version'
import { nameVersion, readVersionNames } from '../../shared/history/version-names'
import type { HistoryPage, WorkNow } from '../../shared/history/kept-version'
import { DeskError } from '../../shared/result'
import { Instant, type RevisionId, type StoryId } from '../../shared/story/ids'
import type { Revision } from '../../shared/story/revision'
import { peopleOf } from '../desk/story-desk'
import { assetPath, describeAsset } from '../store/assets'
import { getRevision, hasRevision } from '../store/revisions'
import { authorsOfVersion, countKept, keptVersions } from '../store/stretches'
import type { DeskSession } from './desk-session'
import { wordsSince } from './sittings'

/** The versions of a story that are kept, with their names and whose work they are, the latest first, and what was written since. */
export function historyPage(session: DeskSession, id: StoryId, limit: number): HistoryPage {
  const { db } = session.desk
  const nameOf = nameIn(session, id)
  const names = readVersionNames(session.docs.get(id))
  const kept = keptVersions(db, id, limit).map((version) => ({ ...version, byName: nameOf(version.by), name: names.get(version.revision)?.name ?? '' }))
  return { now: workNow(session, id, kept[0]?.revision), kept, total: countKept(db, id) }
}

function nameIn(session: DeskSession, id: StoryId): (by: string) => string {
  const people = new Map<string, string>(peopleOf(session.desk, id).map((member) => [member.id, member.name]))
  return (by) => people.get(by) ?? 'Someone who is not on this desk'
}

/** Null when the story stands as it was kept last. */
function workNow(session: DeskSession, id: StoryId, latest: RevisionId | undefined): WorkNow | null {
  const { currentRevision: revision, row } = session.derived(id)
  if (revision === latest) return null
  const going = session.sittings.now(id)
  const at = going?.last ?? row.updatedAt
  const by = going?.by ?? session.member().id
  return { revision, began: going?.began ?? at, ended: at, by, byName: nameIn(session, id)(by), words: row.wordCount, ...wordsSince(session, id, latest) }
}

/** Keeps the story as it stands, perhaps with a name. */
export function keepVersion(session: DeskSession, id: StoryId, name: string): RevisionId {
  const revision = session.sittings.keep(id, 'hand')
  if (name !== '') giveName(session, id, revision, name)
  return revision
}

/** Names a version of a story. @throws DeskError when the story has no such version. */
export function giveName(session: DeskSession, id: StoryId, revision: RevisionId, name: string): void {
  if (!hasRevision(session.desk.db, id, revision)) throw noVersion(revision)
  session.changeStory(id, (doc) => nameVersion(doc, revision, { name, by: session.member().id, at: Instant.parse(new Date().toISOString()) }))
  // A name changes no row of the lists, so nobody else would tell.
  session.events.storiesChanged([id])
}

/**
 * Makes ready to bring an earlier version back: keeps the story as it stands, and remembers who had written that version, so that its
 * words are theirs again. @throws DeskError when the story has no such version, or it was changed in the file.
 */
export function versionToRestore(session: DeskSession, id: StoryId, revision: RevisionId): Revision {
  const found = getRevision(session.desk.db, revision)
  if (found === undefined || found.story !== id) throw noVersion(revision)
  session.sittings.keep(id)
  const authors = authorsOfVersion(session.desk.db, id, revision)
  if (authors !== null) session.docs.expect(id, authoredLines(found, authors))
  return found
}

/** The files of a version that the desk no longer has, by the names that they had. */
export function filesMissing({ desk }: DeskSession, { assets }: Revision): string[] {
  return assets.filter(({ hash }) => describeAsset(desk.db, hash) === undefined || !existsSync(assetPath(desk.path, hash))).map(({ name }) => name)
}

const noVersion = (revision: RevisionId): DeskError => new DeskError('no-revision', 'This story has no such version.', { place: revision })
