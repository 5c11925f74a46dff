import type { ApprovedStory } from '../../shared/approved-story'
import type { AssetHash, Instant, RevisionId, StoryId } from '../../shared/story/ids'
import type { RevisionAsset } from '../../shared/story/revision'

/** Where a target keeps one file. */
export interface RemoteFile {
  readonly remoteId: string
  readonly url: string
}
export type RemoteFiles = ReadonlyMap<AssetHash, RemoteFile>

/** What a target holds of a story. */
export interface RemoteCopy {
  readonly remoteId: string
  readonly url: string
  /** The target's own mark of this version (modified_gmt, ETag). */
  readonly version: string
  /** When it was last changed there, by the target's clock; null when it does not say. */
  readonly changedAt: Instant | null
  /** The revision that it says it was made from; null when the mark is gone. */
  readonly revision: RevisionId | null
  /** Whether the target itself can tell that nobody but Copydesk has changed it. */
  readonly untouched: boolean
  /** Words for a copy that readers can't see although it is there, such as 'in the trash'; null otherwise. */
  readonly hidden: string | null
  /** Its content by named parts, as far as Copydesk writes them: what is compared and hashed. */
  readonly parts: Parts
  /** What a person should know of it, apart from differences, such as the day on which it will appear. */
  readonly remarks: readonly string[]
}
/** Named parts (`title`, `text`, `slug`, …) in one form for what is sent and for what is held. */
export type Parts = Readonly<Record<string, string>>

/** What was found out about a story there in earlier deliveries. */
export interface Known {
  readonly story: StoryId
  readonly slug: string
  readonly remoteId: string | null
  readonly url: string | null
}

/** A story ready to be sent: everything was looked up, nothing was written. */
export interface Prepared {
  /** What the copy should hold afterwards, in the terms of `RemoteCopy.parts`; a part that is missing is not compared. */
  readonly parts: Parts
  /** What was left out or done otherwise, in words. */
  readonly remarks: readonly string[]
  /**
   * Writes the story: over `existing`, or new. Answers as soon as the target did.
   * @throws CopyChanged when the target itself sees that its copy is not `existing` any more.
   */
  write(existing: RemoteCopy | null, signal: AbortSignal): Promise<{ readonly remoteId: string }>
}

/**
 * One place where stories are published: the steps of a delivery, driven by the outbox in this order.
 * `find` → `placeFile` for each file → `prepare` → `write` → `readBack`. Every step may be repeated at any time.
 * @throws PublishError from every step, with words for a person and whether trying again can help.
 */
export interface PublishTarget {
  /** Where it is, as one text: what was delivered to another place says nothing of this one. */
  readonly place: string
  /** Logs in without writing anything. @returns a sentence for a person */
  check(signal: AbortSignal): Promise<string>
  /** Makes sure that this account may do what the story needs, then looks for the story by our id. Writes nothing. */
  find(story: ApprovedStory, known: Known, signal: AbortSignal): Promise<RemoteCopy | null>
  /** The files that have to be there before the story. */
  files(story: ApprovedStory): readonly RevisionAsset[]
  /** Puts one file there unless it is there already; `known` is where an earlier step put it. */
  placeFile(story: ApprovedStory, file: RevisionAsset, known: RemoteFile | null, signal: AbortSignal): Promise<RemoteFile>
  prepare(story: ApprovedStory, files: RemoteFiles, existing: RemoteCopy | null, signal: AbortSignal): Promise<Prepared>
  readBack(remoteId: string, signal: AbortSignal): Promise<RemoteCopy>
  /** A part's name in a sentence, such as ‘the summary’. */
  partName(part: string): string
  /** What the target did to a part that came out otherwise than it was sent, in a sentence. */
  describeDifference(part: string, sent: string, held: string): string
  /** The moment by the target's clock, as far as it is known. */
  now(): Instant
}
