import type * as Y from 'yjs'
import { z } from 'zod'
import { Instant, MemberId } from '../story/ids'
import { storyAuthors } from '../story/story-doc'

/** Who wrote some words, and since when they were at it. */
export const Authorship = z.strictObject({
  by: MemberId,
  at: Instant,
  /** They were read from a file: who wrote them is not known, only who brought them. */
  imported: z.literal(true).optional(),
  /** Who moved them, or brought them back, and so says whose they are. */
  moved: MemberId.optional(),
})
export type Authorship = z.infer<typeof Authorship>

/**
 * Who writes what a document's client writes from one of its clocks on, and since when. Yjs knows of each letter which client wrote it
 * at which clock; whose that was stands beside the text, under `client:clock`. Only the main process writes it.
 */
export const AuthorEntry = z.strictObject({
  by: MemberId,
  at: Instant,
  imported: z.literal(true).optional(),
  /** It is about so many clocks only: words that were taken away and came back. Without it, about all until the next entry of the client. */
  length: z.int().positive().optional(),
  /** Whose those words were; null when they are from before anybody noted who writes. */
  whose: Authorship.nullable().optional(),
})
export type AuthorEntry = z.infer<typeof AuthorEntry>

/** A letter's name in a document. */
export interface Letter {
  readonly client: number
  readonly clock: number
}

const keyPattern = /^(\d{1,10}):(\d{1,15})$/
const keyOf = ({ client, clock }: Letter): string => `${client}:${clock}`

function letterOf(key: string): Letter | null {
  const [, client, clock] = keyPattern.exec(key) ?? []
  return client === undefined || clock === undefined ? null : { client: Number(client), clock: Number(clock) }
}

/** Notes who writes from a letter on. */
export function noteAuthor(doc: Y.Doc, from: Letter, who: AuthorEntry): void {
  storyAuthors(doc).set(keyOf(from), who)
}

/** An entry with its place. */
export interface Noted extends Letter {
  readonly who: AuthorEntry
}

/** What a document says of its authors, by client and then by clock. What can't be read is left out. */
export function notedAuthors(doc: Y.Doc): Noted[] {
  const noted = [...storyAuthors(doc)].flatMap(([key, raw]): Noted[] => {
    const [letter, who] = [letterOf(key), AuthorEntry.safeParse(raw)]
    return letter !== null && who.success ? [{ ...letter, who: who.data }] : []
  })
  return noted.sort((a, b) => a.client - b.client || a.clock - b.clock)
}

/** A stretch of letters of one client by one author. */
export interface Authored {
  readonly length: number
  /** Null when it was written before anybody noted who writes. */
  readonly who: Authorship | null
}

/** Who wrote a stretch of letters. */
export type FindAuthors = (from: Letter, length: number) => Authored[]

/** Reads once who wrote what in a document, to be asked for any stretch of it; together the answers cover the stretch. */
export function authorsIn(doc: Y.Doc): FindAuthors {
  const byClient = new Map<number, Noted[]>()
  for (const entry of notedAuthors(doc)) {
    const entries = byClient.get(entry.client) ?? []
    if (entries.length === 0) byClient.set(entry.client, entries)
    entries.push(entry)
  }
  return ({ client, clock }, length) => stretchesOf(byClient.get(client) ?? [], clock, clock + length)
}

/** @param entries Of one client, by clock. */
function stretchesOf(entries: readonly Noted[], start: number, end: number): Authored[] {
  const ends = new Set([end])
  for (const { clock, who } of entries) for (const cut of [clock, clock + (who.length ?? 0)]) if (cut > start && cut < end) ends.add(cut)
  const found: Authored[] = []
  let at = start
  for (const cut of [...ends].sort((a, b) => a - b)) {
    const who = authorAt(entries, at)
    const last = found.at(-1)
    if (last !== undefined && sameAuthorship(last.who, who)) found[found.length - 1] = { who, length: last.length + cut - at }
    else found.push({ who, length: cut - at })
    at = cut
  }
  return found
}

/** What the nearest entry before a letter that is about it says. */
function authorAt(entries: readonly Noted[], at: number): Authorship | null {
  const entry = entries.findLast(({ clock, who: { length } }) => clock <= at && (length === undefined || at < clock + length))
  return entry === undefined ? null : authorIn(entry.who)
}

function authorIn({ by, at, imported, whose }: AuthorEntry): Authorship | null {
  if (whose === undefined) return { by, at, ...(imported && { imported }) }
  return whose === null ? null : { ...whose, moved: by }
}

/** Whether two answers say the same of who wrote. */
export const sameAuthorship = (one: Authorship | null, other: Authorship | null): boolean =>
  one === other || (one !== null && other !== null && one.by === other.by && one.at === other.at && one.imported === other.imported && one.moved === other.moved)

/** What is wrong with the authors that came from elsewhere, as the end of a sentence; null when nothing is. */
export function authorsFault(doc: Y.Doc): string | null {
  const whole = [...storyAuthors(doc)].every(([key, raw]) => letterOf(key) !== null && AuthorEntry.safeParse(raw).success)
  return whole ? null : 'what it says of its authors can’t be read'
}
