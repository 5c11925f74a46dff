import type * as Y from 'yjs'
import { z } from 'zod'
import { Instant, MemberId, RevisionId } from '../story/ids'
import { storyVersionNames } from '../story/story-doc'

export const longestVersionName = 80

/** A name that somebody gave a version, such as ‘as sent to the mayors’. Empty when it was taken back. */
export const VersionName = z.strictObject({ name: z.string().max(longestVersionName), by: MemberId, at: Instant })
export type VersionName = z.infer<typeof VersionName>

/** The names of a story's versions. They stand in its document, so they travel and merge with it, and are no part of a revision. What is none is left out. */
export function readVersionNames(doc: Y.Doc): ReadonlyMap<RevisionId, VersionName> {
  const found = [...storyVersionNames(doc)].flatMap(([key, raw]): [RevisionId, VersionName][] => {
    const [id, name] = [RevisionId.safeParse(key), VersionName.safeParse(raw)]
    return id.success && name.success && name.data.name !== '' ? [[id.data, name.data]] : []
  })
  return new Map(found)
}

/** Names a version; an empty name takes its name back. */
export function nameVersion(doc: Y.Doc, revision: RevisionId, name: VersionName): void {
  storyVersionNames(doc).set(revision, name)
}

/** Whose name stands under a name of a version that did not come from them; null when nobody's. A version may be renamed, by who does it. */
export function borrowedNaming(before: Y.Doc | null, after: Y.Doc, mayNotSpeak: ReadonlySet<MemberId>): MemberId | null {
  const earlier = before === null ? new Map<RevisionId, VersionName>() : readVersionNames(before)
  for (const [id, { name, by, at }] of readVersionNames(after)) {
    const known = earlier.get(id)
    if (mayNotSpeak.has(by) && (known?.name !== name || known.by !== by || known.at !== at)) return by
  }
  return null
}

/** What is wrong with the names of versions that came from elsewhere, as the end of a sentence; null when nothing is. */
export function versionNamesFault(doc: Y.Doc): string | null {
  const whole = [...storyVersionNames(doc)].every(([key, raw]) => RevisionId.safeParse(key).success && VersionName.safeParse(raw).success)
  return whole ? null : 'it has a name of a version that can’t be read'
}
