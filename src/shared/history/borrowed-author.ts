import * as Y from 'yjs'
import type { MemberId } from '../story/ids'
import { authorsIn, notedAuthors, type Noted } from './authorship'

/**
 * Who wrote what is not signed, so a packet says it only of its own words: it neither puts new words into the mouth of somebody who
 * works on the desk that opens it, nor says anew who wrote what was here before. Answers whose name was used; null when nobody's.
 * @param mayNotSpeak Members of this desk whom the packet does not come from.
 */
export function borrowedAuthor(before: Y.Doc | null, after: Y.Doc, mayNotSpeak: ReadonlySet<MemberId>): MemberId | null {
  const earlier = new Map((before === null ? [] : notedAuthors(before)).map((entry) => [placeOf(entry), said(entry)]))
  for (const entry of notedAuthors(after)) {
    const known = earlier.get(placeOf(entry))
    earlier.delete(placeOf(entry))
    if (known === said(entry)) continue
    if (mayNotSpeak.has(entry.who.by)) return entry.who.by
    const robbed = before === null ? null : authorRobbed(before, entry, known !== undefined)
    if (robbed !== null && mayNotSpeak.has(robbed)) return robbed
  }
  if (before === null || earlier.size === 0) return null
  return notedAuthors(before).find((entry) => earlier.has(placeOf(entry)) && mayNotSpeak.has(entry.who.by))?.who.by ?? null
}

/** Whoever had written the letter from which on a new entry says something else. */
function authorRobbed(before: Y.Doc, { client, clock }: Noted, known: boolean): MemberId | null {
  if (!known && clock >= Y.getState(before.store, client)) return null
  return authorsIn(before)({ client, clock }, 1)[0]?.who?.by ?? null
}

const placeOf = ({ client, clock }: Noted): string => `${client}:${clock}`
const said = ({ who }: Noted): string => JSON.stringify([who.by, who.at, who.imported, who.length, who.whose])
