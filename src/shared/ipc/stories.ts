import { z } from 'zod'
import { KindId, StoryId } from '../story/ids'
import { Action } from './action'
import { bytes, call, none } from './call'
import { StoryRow, StoryView } from './story-row'
import { StoryStatus } from './story-status'

/** A language's tag (BCP 47). */
const LanguageTag = z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'Choose a language')

/** Stories: the list of them, and each with its way to the disk and to sign-off. */
export const storiesCalls = {
  'story.list': call(z.object({ view: StoryView, search: z.string().max(200), kind: KindId.nullable(), offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }), z.object({ rows: z.array(StoryRow), total: z.number() })),
  'story.counts': call(none, z.record(StoryView, z.number())),
  'story.create': call(z.object({ kind: KindId, headline: z.string().max(500).default('') }), z.object({ id: StoryId })),
  /** The whole story as one Yjs update (v1). */
  'story.open': call(z.object({ id: StoryId }), z.object({ update: bytes, row: StoryRow })),
  /** Answers only when the update is on disk (WAL, synchronous=FULL). */
  'story.append': call(z.object({ id: StoryId, update: bytes }), z.object({ sequence: z.number() })),
  'story.status': call(z.object({ id: StoryId }), StoryStatus),
  /** Decides, signs and appends one workflow event as the current member. */
  'story.act': call(z.object({ id: StoryId, action: Action }), StoryStatus),
  /** A story as lists show it; null when the desk has none of this id. */
  'story.row': call(z.object({ id: StoryId }), StoryRow.nullable()),
  /** Gives a story another kind; what it holds in fields that the new kind doesn't have stays with it. */
  'story.changeKind': call(z.object({ id: StoryId, kind: KindId }), StoryStatus),
  /** Makes a draft in another language from a story, linked with it. */
  'story.translate': call(z.object({ id: StoryId, language: LanguageTag }), z.object({ id: StoryId })),
  /** Says that two stories, and their translations, are translations of one another. */
  'story.linkTranslation': call(z.object({ id: StoryId, other: StoryId }), none),
  /** Takes a story out of its group of translations. */
  'story.unlinkTranslation': call(z.object({ id: StoryId }), none),
}
