import { z } from 'zod'
import { Instant, MemberId, RevisionId } from '../story/ids'

/**
 * Why a version was kept: somebody's work on the story came to a rest, a packet brought the work of somebody else, it was kept by hand,
 * or the version is known only from a decision about it.
 */
export const WhyKept = z.enum(['rest', 'merge', 'hand', 'decision'])
export type WhyKept = z.infer<typeof WhyKept>

/** A version of a story that the desk has, and the stretch of work that led to it. */
export const KeptVersion = z.object({
  revision: RevisionId,
  began: Instant,
  ended: Instant,
  by: MemberId,
  byName: z.string(),
  why: WhyKept,
  words: z.number(),
  /** Words that it has and the version before it has not, and the other way round; null when that was never counted. */
  added: z.number().nullable(),
  removed: z.number().nullable(),
  /** As somebody named it; empty for most. */
  name: z.string(),
})
export type KeptVersion = z.infer<typeof KeptVersion>

/** What was written since the latest version was kept. */
export const WorkNow = KeptVersion.pick({ began: true, ended: true, by: true, byName: true, words: true, added: true, removed: true }).extend({ revision: RevisionId })
export type WorkNow = z.infer<typeof WorkNow>

/** A page of a story's history, the latest version first. */
export const HistoryPage = z.object({ now: WorkNow.nullable(), kept: z.array(KeptVersion), total: z.number() })
export type HistoryPage = z.infer<typeof HistoryPage>

/** The version that a member last had before them, and when they left it. */
export const LastSeen = z.object({ revision: RevisionId, at: Instant })
export type LastSeen = z.infer<typeof LastSeen>
