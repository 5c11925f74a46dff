import { z } from 'zod'
import { HistoryPage } from '../history/kept-version'
import { longestVersionName } from '../history/version-names'
import { Redline } from '../redline/redline-shape'
import { RevisionId, StoryId } from '../story/ids'
import { Revision } from '../story/revision'
import { call, none } from './call'
import { RedlineFrom, RedlineTo } from './redline-sides'

/** The versions of a story, and what differs between them. */
export const versionsCalls = {
  /** What changed between two revisions of a story, for reading. */
  'story.redline': call(z.object({ id: StoryId, from: RedlineFrom, to: RedlineTo }), Redline),
  /** The versions of a story that are kept, the latest first. */
  'history.list': call(z.object({ id: StoryId, limit: z.number().int().min(1).max(5000).default(60) }), HistoryPage),
  /** Keeps the story as it stands, with a name or without one. */
  'history.keep': call(z.object({ id: StoryId, name: z.string().trim().max(longestVersionName).default('') }), z.object({ revision: RevisionId })),
  /** Names a version; an empty name takes its name back. */
  'history.name': call(z.object({ id: StoryId, revision: RevisionId, name: z.string().trim().max(longestVersionName, 'A name has at most 80 characters') }), none),
  /** Keeps the story as it stands and answers an earlier version, for the window to bring back as an edit, with the names of its files that are no longer there. */
  'history.restore': call(z.object({ id: StoryId, revision: RevisionId }), z.object({ revision: Revision, missing: z.array(z.string()) })),
  /** Says which story is before the acting member now; the one that was is kept, and noted as seen. */
  'history.show': call(z.object({ story: StoryId.nullable() }), none),
}
