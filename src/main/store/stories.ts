import { randomUUID } from 'node:crypto'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { z } from 'zod'
import { documentSchema } from '../../shared/document/schema'
import { noteAuthor } from '../../shared/history/authorship'
import { DeskError } from '../../shared/result'
import { Instant, StoryId, type MemberId } from '../../shared/story/ids'
import { allFields, type FieldValue, type Kind } from '../../shared/story/kind'
import type { DocumentNode } from '../../shared/story/revision'
import { damagedStory } from '../../shared/story/damaged-story'
import { slugFrom } from '../../shared/story/slug'
import { storyBody, storyMeta, writeField } from '../../shared/story/story-doc'
import type { DeskDatabase } from './database'
import { freeSlug } from './slugs'
import { statement } from './statements'

/** From how many rows on a story's updates are merged into one. */
const compactFrom = 200
/** How often that is looked at, in updates of the whole desk. */
const compactAsked = 16

export interface NewStory {
  readonly kind: Kind
  readonly by: MemberId
  readonly headline: string
  /** Values of the kind's fields; the headline and, unless given, the slug are set anyway. */
  readonly fields?: Readonly<Record<string, FieldValue>>
  readonly body?: DocumentNode
  readonly createdAt?: Instant
  /** Names the entry that it was imported from, so that it is not imported twice. */
  readonly importedFrom?: string
  /** What it shares with the stories that it is a translation of. */
  readonly translationGroup?: string
}

/** Makes a story with its first update. A slug is made from the headline when none is given. */
export function createStory(db: DeskDatabase, story: NewStory): StoryId {
  const id = StoryId.parse(randomUUID())
  const doc = newDoc(id, { ...story, fields: { ...withSlug(db, story), ...story.fields } })
  db.transaction(() => insertUpdate(db, id, Y.encodeStateAsUpdate(doc), story.createdAt ?? new Date().toISOString())).immediate()
  return id
}

/** Takes in a story that was begun on another desk, under the id that it has there. @throws DeskError `bad-update` for what is no Yjs update. */
export function adoptStory(db: DeskDatabase, id: StoryId, update: Uint8Array): void {
  refuseUnreadable(update)
  db.transaction(() => insertUpdate(db, id, update, new Date().toISOString())).immediate()
}

function withSlug(db: DeskDatabase, { headline, fields }: NewStory): Record<string, FieldValue> {
  return headline.trim() === '' || fields?.['slug'] !== undefined ? {} : { slug: freeSlug(db, slugFrom(headline)) }
}

function newDoc(id: StoryId, { kind, by, headline, fields = {}, body, createdAt, importedFrom, translationGroup }: NewStory): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    const meta = storyMeta(doc)
    noteAuthor(doc, { client: doc.clientID, clock: 0 }, { by, at: Instant.parse(new Date().toISOString()), ...(importedFrom !== undefined && { imported: true }) })
    for (const [key, value] of [['story', id], ['kind', kind.id], ['createdAt', createdAt ?? new Date().toISOString()], ['createdBy', by]] as const) meta.set(key, value)
    if (importedFrom !== undefined) meta.set('importedFrom', importedFrom)
    if (translationGroup !== undefined) meta.set('translationGroup', translationGroup)
    for (const field of allFields(kind)) {
      const value = field.id === 'headline' ? headline : fields[field.id]
      if (value !== undefined) writeField(doc, field, value)
    }
    if (body !== undefined) prosemirrorJSONToYXmlFragment(documentSchema, body, storyBody(doc))
  })
  return doc
}

/**
 * Stores one update of a story; when this returns, it is on the disk. Answers its sequence number.
 * @throws DeskError `bad-update` for what is no Yjs update, `no-story` when the desk has no such story. Nothing is then stored.
 */
export function appendUpdate(db: DeskDatabase, id: StoryId, update: Uint8Array): number {
  refuseUnreadable(update)
  const append = db.transaction(() => {
    if (!hasStory(db, id)) throw noStory()
    return insertUpdate(db, id, update, new Date().toISOString())
  })
  const sequence = append.immediate()
  if (sequence % compactAsked === 0 && countUpdates(db, id) >= compactFrom) compactStory(db, id)
  return sequence
}

function refuseUnreadable(update: Uint8Array): void {
  const scratch = new Y.Doc()
  try {
    Y.applyUpdate(scratch, update)
  } catch (error) {
    throw new DeskError('bad-update', 'This change could not be understood, so it was not stored.', { detail: error instanceof Error ? error.message : String(error) })
  } finally {
    scratch.destroy()
  }
}

function insertUpdate(db: DeskDatabase, id: StoryId, update: Uint8Array, at: string): number {
  const { lastInsertRowid } = statement(db, 'INSERT INTO story_updates (story, bytes, appended_at) VALUES (?, ?, ?)').run(id, update, at)
  statement(db, 'INSERT INTO story_stale (story) VALUES (?) ON CONFLICT DO NOTHING').run(id)
  return Number(lastInsertRowid)
}

const noStory = (): DeskError => new DeskError('no-story', 'This story is not on the desk.')

export function hasStory(db: DeskDatabase, id: StoryId): boolean {
  return statement(db, 'SELECT 1 FROM story_updates WHERE story = ? LIMIT 1').get(id) !== undefined
}

export const countUpdates = (db: DeskDatabase, id: StoryId): number => Number(db.prepare('SELECT count(*) FROM story_updates WHERE story = ?').pluck().get(id))

/** A story with all its updates. @throws DeskError `no-story`, or `story-damaged` when an update can't be read. */
export function loadStory(db: DeskDatabase, id: StoryId): Y.Doc {
  const updates = updatesOf(db, id)
  if (updates.length === 0) throw noStory()
  const doc = new Y.Doc()
  try {
    doc.transact(() => updates.forEach(({ bytes }) => Y.applyUpdate(doc, bytes)))
  } catch (error) {
    throw damagedStory(id, error)
  }
  return doc
}

/** All updates of a story as one, put together without being taken in: whoever takes it in finds out what is damaged in it. @throws DeskError `no-story`, `story-damaged`. */
export function storedUpdate(db: DeskDatabase, id: StoryId): Uint8Array {
  const [first, ...more] = updatesOf(db, id).map(({ bytes }) => bytes)
  if (first === undefined) throw noStory()
  if (more.length === 0) return first
  try {
    return Y.mergeUpdates([first, ...more])
  } catch (error) {
    throw damagedStory(id, error)
  }
}

export interface StoredUpdate {
  readonly sequence: number
  readonly bytes: Uint8Array
  readonly appendedAt: string
}

const UpdateRow = z.object({ sequence: z.number(), bytes: z.instanceof(Uint8Array), appendedAt: z.string() })

/** The updates of a story in the order in which they were stored. */
export function updatesOf(db: DeskDatabase, id: StoryId): StoredUpdate[] {
  return z.array(UpdateRow).parse(db.prepare('SELECT sequence, bytes, appended_at AS appendedAt FROM story_updates WHERE story = ? ORDER BY sequence').all(id))
}

/** When a story was last changed. */
export function lastAppend(db: DeskDatabase, id: StoryId): string | undefined {
  return z.object({ at: z.string() }).optional().parse(statement(db, 'SELECT appended_at AS at FROM story_updates WHERE story = ? ORDER BY sequence DESC LIMIT 1').get(id))?.at
}

/**
 * Merges the updates of a story into one row, which says the same. Reading, writing and removing are one transaction that
 * no other writer can come between, and only rows that were read are removed. A story that can't be read is left alone.
 */
export function compactStory(db: DeskDatabase, id: StoryId): void {
  db.transaction(() => {
    const updates = updatesOf(db, id)
    const last = updates.at(-1)
    const merged = merge(updates)
    if (last === undefined || updates.length < 2 || merged === undefined) return
    db.prepare('UPDATE story_updates SET bytes = ? WHERE sequence = ?').run(merged, last.sequence)
    db.prepare('DELETE FROM story_updates WHERE story = ? AND sequence < ?').run(id, last.sequence)
  }).immediate()
}

function merge(updates: readonly StoredUpdate[]): Uint8Array | undefined {
  const doc = new Y.Doc()
  try {
    doc.transact(() => updates.forEach(({ bytes }) => Y.applyUpdate(doc, bytes)))
    // Also holds what waits for updates that have not arrived yet.
    return Y.encodeStateAsUpdate(doc)
  } catch {
    return undefined
  } finally {
    doc.destroy()
  }
}

/** Every story of the desk, the oldest first. */
export function storyIds(db: DeskDatabase): StoryId[] {
  return z.array(StoryId).parse(db.prepare('SELECT story FROM story_updates GROUP BY story ORDER BY min(sequence)').pluck().all())
}
