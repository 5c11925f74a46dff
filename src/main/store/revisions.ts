import { z } from 'zod'
import type { RevisionEntry } from '../../shared/ipc'
import { DeskError } from '../../shared/result'
import { canonicalBytes } from '../../shared/story/canonical'
import { Instant, KindId, MemberId, RevisionId, type StoryId } from '../../shared/story/ids'
import { Revision, revisionId } from '../../shared/story/revision'
import { plainText, wordCount } from '../../shared/story/text'
import type { DeskDatabase } from './database'
import { statement } from './statements'

const Entry = z.object({ id: RevisionId, createdAt: Instant, createdBy: MemberId, headline: z.string(), wordCount: z.number() })

/** Stores a revision as its canonical JSON; one that is there already stays as it is. Answers its id. */
export function putRevision(db: DeskDatabase, revision: Revision, by: MemberId): RevisionId {
  const id = revisionId(revision)
  const json = new TextDecoder().decode(canonicalBytes(revision))
  const { headline } = revision.fields
  db.prepare('INSERT INTO revisions (id, story, json, headline, word_count, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
    id,
    revision.story,
    json,
    typeof headline === 'string' ? headline : '',
    wordCount(plainText(revision.body)),
    new Date().toISOString(),
    by,
  )
  return id
}

/** Whether this story has such a revision. */
export function hasRevision(db: DeskDatabase, story: StoryId, id: RevisionId): boolean {
  return db.prepare('SELECT 1 FROM revisions WHERE id = ? AND story = ?').get(id, story) !== undefined
}

/** The kind of story that a revision is of; null when the desk has no such revision, or can't read it. */
export function kindOfRevision(db: DeskDatabase, id: RevisionId): KindId | null {
  const kind: unknown = db.prepare("SELECT iif(json_valid(json), json ->> '$.kind', NULL) FROM revisions WHERE id = ?").pluck().get(id)
  return KindId.nullable().catch(null).parse(kind ?? null)
}

/**
 * A revision, if the desk has it, its hash recomputed from what the file holds.
 * @throws DeskError `revision-changed` when what is stored is not what the id names.
 */
export function getRevision(db: DeskDatabase, id: RevisionId): Revision | undefined {
  const json = z.string().optional().parse(db.prepare('SELECT json FROM revisions WHERE id = ?').pluck().get(id))
  if (json === undefined) return undefined
  const revision = parseRevision(json)
  if (revision === undefined || revisionId(revision) !== id) throw new DeskError('revision-changed', 'A stored version of this story was changed in the desk’s file: it is no longer what was signed, and can’t be used.', { place: id })
  return revision
}

/** @returns undefined for what is no revision. */
export function parseRevision(json: string): Revision | undefined {
  try {
    return Revision.parse(JSON.parse(json))
  } catch {
    return undefined
  }
}

/**
 * The revisions of a story, newest first: the latest ones, and those that are asked for.
 * @param latest How many of the latest, or all: a story has one for each stretch of work.
 */
export function revisionsOf(db: DeskDatabase, story: StoryId, asked: Iterable<RevisionId> = [], latest = -1): RevisionEntry[] {
  const rows = statement(
    db,
    `SELECT id, created_at AS createdAt, created_by AS createdBy, headline, word_count AS wordCount FROM revisions
     WHERE story = @story AND (id IN (SELECT value FROM json_each(@asked)) OR rowid IN (SELECT rowid FROM revisions WHERE story = @story ORDER BY created_at DESC, rowid DESC LIMIT @latest))
     ORDER BY created_at DESC, rowid DESC`,
  ).all({ story, asked: JSON.stringify([...asked]), latest })
  return z.array(Entry).parse(rows)
}

const Stored = z.object({ id: z.string(), story: z.string(), json: z.string() })

/** Every revision as it stands in the file, believed in nothing. */
export function* storedRevisions(db: DeskDatabase, story: StoryId | null = null): Generator<z.infer<typeof Stored>> {
  const ids = z.array(z.string()).parse(
    story === null ? db.prepare('SELECT id FROM revisions ORDER BY id').pluck().all() : db.prepare('SELECT id FROM revisions WHERE story = ? ORDER BY id').pluck().all(story),
  )
  for (const id of ids) yield Stored.parse(db.prepare('SELECT id, story, json FROM revisions WHERE id = ?').get(id))
}
