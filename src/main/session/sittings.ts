import { notedAuthors, type AuthorEntry } from '../../shared/history/authorship'
import { authorsOfVersion } from '../../shared/history/authors-of-version'
import type { WhyKept } from '../../shared/history/kept-version'
import { pauseMs } from '../../shared/history/sittings'
import { wordDifference, type WordDifference } from '../../shared/history/word-difference'
import { Instant, MemberId, type RevisionId, type StoryId } from '../../shared/story/ids'
import { allFields } from '../../shared/story/kind'
import { storyMeta } from '../../shared/story/story-doc'
import type { DeskDatabase } from '../store/database'
import { getRevision, hasRevision, putRevision } from '../store/revisions'
import { abandonStretch, addStretch, beginStretch, countKept, dropStretch, endStretch, keptVersions, openStretches, type OpenStretch, type StretchEnd } from '../store/stretches'
import { lastAppend } from '../store/stories'
import type { DeskSession } from './desk-session'

/**
 * Keeps a version of a story at the end of each stretch of work: while one writes only the beginning is noted, so that whatever ends
 * it, a crash as well, the version can be kept then or when the desk is opened again.
 */
export interface Sittings {
  /** Before the acting member changes a story. */
  working(id: StoryId): void
  /** Keeps a story as it stands, if no version of it is the same. Answers that version. */
  keep(id: StoryId, why?: WhyKept): RevisionId
  /** After the work of somebody else was merged into a story: keeps what came of it. */
  merged(id: StoryId, by: MemberId): void
  /** Ends the work on a story, or all work: another member goes on, or nobody. */
  rest(id?: StoryId): void
  /** The work on a story that goes on. */
  now(id: StoryId): { readonly by: MemberId; readonly began: Instant; readonly last: Instant } | null
  /** Whoever looks at the clock no more. */
  stop(): void
}

type Parts = Pick<DeskSession, 'desk' | 'docs' | 'derived' | 'kindOf' | 'member'> & { readonly changed: (id: StoryId) => void }

interface Going extends OpenStretch {
  last: number
}

const instant = (at: number): Instant => Instant.parse(new Date(at).toISOString())

/** @param clock The time; another one for tests. */
export function keepSittings(parts: Parts, clock: () => number = Date.now): Sittings {
  const { db } = parts.desk
  const going = new Map<StoryId, Going>(openStretches(db).map((stretch) => [stretch.story, { ...stretch, last: lastChange(db, stretch) }]))
  const watch = setInterval(() => restIdle(), 60_000)
  watch.unref()
  // What a crash cut off is ended as soon as the app has nothing better to do.
  const recovery = setTimeout(() => [...going.values()].forEach((stretch) => stretch.last < clock() && endSafely(stretch)), 0)

  function restIdle(): void {
    for (const stretch of going.values()) if (clock() - stretch.last >= pauseMs) endSafely(stretch)
  }

  function endSafely(stretch: Going): void {
    try {
      end(stretch)
    } catch (error) {
      console.error(`The version at the end of the work on story ${stretch.story} could not be kept`, error)
      going.delete(stretch.story)
      abandonStretch(db, stretch.id, instant(stretch.last))
    }
  }

  function end(stretch: Going): void {
    const { story, id, last, member } = stretch
    const standing = whatStands(parts, story)
    db.transaction(() => {
      if (standing.isKept) return dropStretch(db, id)
      putRevision(db, standing.revision, member)
      endStretch(db, id, { ...standing.end(), endedAt: instant(last) })
    }).immediate()
    going.delete(story)
    parts.changed(story)
  }

  function keepNow(id: StoryId, member: MemberId, why: WhyKept, at: { readonly began: Instant; readonly ended: Instant }): void {
    const standing = whatStands(parts, id)
    if (standing.isKept) return
    db.transaction(() => {
      putRevision(db, standing.revision, member)
      addStretch(db, id, { ...standing.end(), member, why, beganAt: at.began, endedAt: at.ended })
    }).immediate()
    parts.changed(id)
  }

  function begin(id: StoryId, member: MemberId, now: number): void {
    const { currentRevision } = parts.derived(id)
    if (!hasRevision(db, id, currentRevision)) keepQuiet(id, 'rest')
    going.set(id, { id: beginStretch(db, id, member, instant(now)), story: id, member, beganAt: instant(now), last: now })
  }

  const endOf = (id: StoryId): void => {
    const stretch = going.get(id)
    if (stretch !== undefined) end(stretch)
  }

  return {
    working(id) {
      const now = clock()
      const by = parts.member().id
      const stretch = going.get(id)
      if (stretch?.member === by && now - stretch.last < pauseMs) {
        stretch.last = now
        return
      }
      if (stretch !== undefined) endSafely(stretch)
      // Whatever is wrong with the versions of a story, what is typed into it is stored.
      try {
        begin(id, by, now)
      } catch (error) {
        console.error(`The work on story ${id} could not be noted`, error)
      }
    },
    keep(id, why = 'rest') {
      endOf(id)
      keepQuiet(id, why)
      return parts.derived(id).currentRevision
    },
    merged(id, by) {
      const at = instant(clock())
      keepNow(id, by, 'merge', { began: at, ended: at })
    },
    rest: (id) => [...going.values()].filter(({ story }) => id === undefined || story === id).forEach(endSafely),
    now(id) {
      const stretch = going.get(id)
      return stretch === undefined ? null : { by: stretch.member, began: stretch.beganAt, last: instant(stretch.last) }
    },
    stop() {
      clearInterval(watch)
      clearTimeout(recovery)
    },
  }

  /** Keeps what stands without anybody at work: a story as it was imported, say. One without a text that was never kept is not. */
  function keepQuiet(id: StoryId, why: WhyKept): void {
    if (parts.derived(id).row.wordCount === 0 && countKept(db, id) === 0) return
    const at = Instant.catch(instant(clock())).parse(lastAppend(db, id))
    keepNow(id, lastWriter(parts, id), why, { began: at, ended: at })
  }
}

/** Whoever wrote in a story last, as far as that was noted; else who began it. */
function lastWriter({ docs, member }: Parts, id: StoryId): MemberId {
  const doc = docs.get(id)
  const noted = notedAuthors(doc).reduce<AuthorEntry | null>((latest, { who }) => (latest === null || who.at > latest.at ? who : latest), null)
  return noted?.by ?? MemberId.catch(member().id).parse(storyMeta(doc).get('createdBy'))
}

/** A story as it stands, beside the latest version that is kept of it. */
function whatStands(parts: Parts, id: StoryId) {
  const { db } = parts.desk
  const { current, currentRevision } = parts.derived(id)
  const latest = keptVersions(db, id, 1)[0]?.revision
  const fields = allFields(parts.kindOf(id))
  return {
    revision: current,
    isKept: latest === currentRevision,
    end: (): Omit<StretchEnd, 'endedAt'> => ({ revision: currentRevision, ...wordsSince(parts, id, latest), authors: authorsOfVersion(parts.docs.get(id), fields) }),
  }
}

/** What was written since a version; since nothing, when there is none that can be read. */
export function wordsSince({ desk, derived, kindOf }: Pick<DeskSession, 'desk' | 'derived' | 'kindOf'>, id: StoryId, version: RevisionId | undefined): WordDifference {
  const before = version === undefined ? null : readable(desk.db, version)
  return wordDifference(before, derived(id).current, allFields(kindOf(id)))
}

function readable(db: DeskDatabase, id: RevisionId) {
  try {
    return getRevision(db, id) ?? null
  } catch {
    return null
  }
}

/** When a story was last changed in a stretch of work that was cut off. */
function lastChange(db: DeskDatabase, { story, beganAt }: OpenStretch): number {
  const at = lastAppend(db, story)
  return Math.max(Date.parse(beganAt), at === undefined ? 0 : Date.parse(at))
}
