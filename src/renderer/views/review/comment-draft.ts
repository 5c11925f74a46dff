import { CommentPlace } from '@shared/comments/comment-place'
import { MemberId, type StoryId } from '@shared/story/ids'
import { z } from 'zod'
import { create } from 'zustand'
import { useApp } from '../../app/app-store'
import { keepHere, keptHere } from '../../app/keep-here'

/** What a new comment is about, with words for a person where it is no stretch of the text. */
const Subject = z.object({ quote: z.string().max(500), about: CommentPlace.optional(), label: z.string() })
export type CommentSubject = z.infer<typeof Subject>

export const wholeStory: CommentSubject = { quote: '', about: { in: 'story' }, label: 'The story' }

/** A comment that is being written: a new one, an answer, or one that is written anew. */
const Draft = z.object({
  subject: Subject,
  text: z.string(),
  /** Members who were chosen to be mentioned. */
  mentioned: z.array(MemberId),
  /** Whether its box is open; a draft that was put away is kept. */
  open: z.boolean(),
})
export type CommentDraft = z.infer<typeof Draft>

/** Where a draft belongs. */
export type DraftPlace = { readonly story: StoryId; readonly at: 'new' | `reply:${string}` | `edit:${string}` }

const storedAs = 'copydesk.commentDrafts'
/** So many are kept; those that were written in longest ago go first. */
const limit = 100

/** Drafts by their place and author, the one written in last at the end. They survive a crash, so that no word is lost. */
const useDrafts = create<{ readonly [key: string]: CommentDraft }>(() => stored())

/** A draft belongs to who writes it: the next one at this window does not see it. */
const keyOf = ({ story, at }: DraftPlace): string => `${useApp.getState().desk?.currentMember ?? ''} ${story} ${at}`

/** The draft of whoever acts. */
export function useCommentDraft(place: DraftPlace): CommentDraft | null {
  const member = useApp(({ desk }) => desk?.currentMember)
  return useDrafts((drafts) => drafts[`${member ?? ''} ${place.story} ${place.at}`] ?? null)
}

export const draftNow = (place: DraftPlace): CommentDraft | null => useDrafts.getState()[keyOf(place)] ?? null

/** Opens the box of a draft; words that were typed before stay. @param text What it starts with when there are none. */
export function openDraft(place: DraftPlace, subject: CommentSubject = wholeStory, text = ''): void {
  const before = draftNow(place)
  put(place, { subject, text: before === null || before.text === '' ? text : before.text, mentioned: before?.mentioned ?? [], open: true })
}

/** What the open box for a new comment is about; null while there is none. */
export function subjectBeingWritten(story: StoryId): CommentSubject | null {
  const draft = draftNow({ story, at: 'new' })
  return draft?.open === true ? draft.subject : null
}

/** Hears when a box for a new comment on a story opens, closes, or is about something else; answers how to stop. */
export function onSubject(story: StoryId, heard: () => void): () => void {
  let before = subjectBeingWritten(story)
  return useDrafts.subscribe(() => {
    const now = subjectBeingWritten(story)
    if (now === before) return
    before = now
    heard()
  })
}

export function changeDraft(place: DraftPlace, change: Partial<CommentDraft>): void {
  const before = draftNow(place)
  if (before !== null) put(place, { ...before, ...change })
}

/** Puts the box away; a draft without words is forgotten. */
export function closeDraft(place: DraftPlace): void {
  if (draftNow(place)?.text.trim() === '') dropDraft(place)
  else changeDraft(place, { open: false })
}

export function dropDraft(place: DraftPlace): void {
  const { [keyOf(place)]: _, ...others } = useDrafts.getState()
  keep(others)
}

function put(place: DraftPlace, draft: CommentDraft): void {
  const { [keyOf(place)]: _, ...others } = useDrafts.getState()
  keep(Object.fromEntries([...Object.entries(others), [keyOf(place), draft]].slice(-limit)))
}

function keep(drafts: { readonly [key: string]: CommentDraft }): void {
  useDrafts.setState(drafts, true)
  keepHere(storedAs, drafts)
}

function stored(): { readonly [key: string]: CommentDraft } {
  return z.record(z.string(), Draft).catch({}).parse(keptHere(storedAs))
}
