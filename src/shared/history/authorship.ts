import type * as Y from 'yjs'
import { z } from 'zod'
import { Instant, MemberId } from '../story/ids'
import { storyAuthors } from '../story/story-doc'

/**
 * Who wrote what a document's client wrote from one of its clocks on, and since when. Yjs knows of each letter which client wrote it
 * at which clock; whose that was stands beside the text, under `client:clock`. Only the main process writes it.
 */
export const Authorship = z.strictObject({
  by: MemberId,
  at: Instant,
  /** It was read from a file: who wrote it is not known, only who brought it. */
  imported: z.literal(true).optional(),
  /** It was written before anybody noted who writes, and came back: only who brought it back is known. */
  unnoted: z.literal(true).optional(),
  /** It is about so many clocks only: words that were taken away and came back. Without it, about all until the next entry of the client. */
  length: z.int().positive().optional(),
})
export type Authorship = z.infer<typeof Authorship>

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
export function noteAuthor(doc: Y.Doc, from: Letter, who: Authorship): void {
  storyAuthors(doc).set(keyOf(from), who)
}

/** An entry with its place. */
export interface Noted extends Letter {
  readonly who: Authorship
}

/** What a document says of its authors, by client and then by clock. What can't be read is left out. */
export function notedAuthors(doc: Y.Doc): Noted[] {
  const noted = [...storyAuthors(doc)].flatMap(([key, raw]): Noted[] => {
    const [letter, who] = [letterOf(key), Authorship.safeParse(raw)]
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
    const noted = authorAt(entries, at)
    const who = noted?.unnoted === true ? null : noted
    const last = found.at(-1)
    if (last !== undefined && last.who === who) found[found.length - 1] = { who, length: last.length + cut - at }
    else found.push({ who, length: cut - at })
    at = cut
  }
  return found
}

/** The nearest entry before a letter that is about it. */
function authorAt(entries: readonly Noted[], at: number): Authorship | null {
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index]
    if (entry !== undefined && entry.clock <= at && (entry.who.length === undefined || at < entry.clock + entry.who.length)) return entry.who
  }
  return null
}

/** What is wrong with the authors that came from elsewhere, as the end of a sentence; null when nothing is. */
export function authorsFault(doc: Y.Doc): string | null {
  const whole = [...storyAuthors(doc)].every(([key, raw]) => letterOf(key) !== null && Authorship.safeParse(raw).success)
  return whole ? null : 'what it says of its authors can’t be read'
}
