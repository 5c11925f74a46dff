import type * as Y from 'yjs'
import { MemberId } from '../story/ids'
import { storyAuthors, storyDismissals, storyVersionNames } from '../story/story-doc'
import { readThreads, type Comment } from '../story/thread'

/**
 * Comments, and the notes of who wrote what, are not signed, so a packet speaks only for those who sent it: nothing new, and nothing taken away or written anew, in the
 * name of somebody who works on the desk that opens it. Answers whose name was used; null when nobody's.
 * @param mayNotSpeak Members of this desk whom the packet does not come from.
 */
export function borrowedVoice(before: Y.Doc | null, after: Y.Doc, mayNotSpeak: ReadonlySet<MemberId>): MemberId | null {
  const [earlier, later] = [commentsOf(before), commentsOf(after)]
  for (const [id, comment] of later) if (mayNotSpeak.has(comment.by) && said(earlier.get(id)) !== said(comment)) return comment.by
  for (const [id, comment] of earlier) if (mayNotSpeak.has(comment.by) && !later.has(id) && !comment.removed) return comment.by
  return notedFor(before, after, mayNotSpeak)
}

/** Notes beside the story that name who made them: who wrote what, what a version is called, what was set aside. */
const notesOf = [storyAuthors, storyVersionNames, storyDismissals] as const

function notedFor(before: Y.Doc | null, after: Y.Doc, mayNotSpeak: ReadonlySet<MemberId>): MemberId | null {
  for (const notes of notesOf) {
    for (const [key, raw] of notes(after).entries()) {
      const { data: by } = MemberId.safeParse(typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'by') : undefined)
      const earlier = before === null ? undefined : notes(before).get(key)
      if (by !== undefined && mayNotSpeak.has(by) && JSON.stringify(earlier) !== JSON.stringify(raw)) return by
    }
  }
  return null
}

/** Every comment by its id; that somebody answered one that was removed makes it seen, and nothing else. */
function commentsOf(doc: Y.Doc | null): ReadonlyMap<string, Comment> {
  if (doc === null) return new Map()
  return new Map(readThreads(doc).flatMap(({ id: thread, comments }) => comments.filter(({ removed }) => !removed).map((comment) => [`${thread} ${comment.id}`, comment])))
}

function said(comment: Comment | undefined): string {
  return comment === undefined ? '' : JSON.stringify([comment.by, comment.at, comment.text, comment.edited, comment.mentions])
}
