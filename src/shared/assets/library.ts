import { z } from 'zod'
import { Failure } from '../result'
import { AssetHash, StoryId } from '../story/ids'
import { StoryState } from '../workflow/state'
import { AssetInfo } from './asset-info'
import { Crop } from './crop'

/** What the library of files is asked for. */
export const LibraryQuery = z.object({
  search: z.string().max(200),
  type: z.enum(['all', 'picture', 'pdf', 'document']),
  use: z.enum(['all', 'used', 'unused']),
  sort: z.enum(['newest', 'name', 'size']),
})
export type LibraryQuery = z.infer<typeof LibraryQuery>

/** A file as the library shows it. */
export const LibraryAsset = AssetInfo.extend({
  /** How many stories have it, as they stand or as they were approved or published. */
  stories: z.number(),
  /** Whether a small picture of it is there. */
  thumbnail: z.boolean(),
})
export type LibraryAsset = z.infer<typeof LibraryAsset>

/** A story that has a file, and in which of its versions. */
export const AssetUse = z.object({
  story: StoryId,
  headline: z.string(),
  state: StoryState,
  /** As the story stands. */
  now: z.boolean(),
  approved: z.boolean(),
  published: z.boolean(),
  /** It shows that a part of the story was cleared; left out where it doesn't. */
  evidence: z.boolean().optional(),
})
export type AssetUse = z.infer<typeof AssetUse>

export const AssetDetails = z.object({
  asset: LibraryAsset,
  addedAt: z.string(),
  /** At most two hundred; the story that changed last comes first. */
  uses: z.array(AssetUse),
  /** How many other stories had it in an earlier version, which the desk keeps. */
  earlier: z.number(),
  /** The picture that this one was cut out of, and how. */
  origin: z.object({ hash: AssetHash, name: z.string(), crop: Crop }).nullable(),
})
export type AssetDetails = z.infer<typeof AssetDetails>

export const ReplaceReport = z.object({
  changed: z.array(StoryId),
  /** Stories that were left as they are, each with the reason. */
  skipped: z.array(Failure),
  /** How many it did not come to, since it was stopped. */
  left: z.number().int().nonnegative(),
})
export type ReplaceReport = z.infer<typeof ReplaceReport>
