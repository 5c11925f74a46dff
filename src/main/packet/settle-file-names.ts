import type * as Y from 'yjs'
import { fileNames } from '../../shared/packet/file-names'
import { AssetHash, type StoryId } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { workflowOf } from '../desk/story-workflow'
import { getRevision } from '../store/revisions'
import { putStoryFileNames } from '../store/story-file-names'
import { homeOf } from '../store/story-homes'

/** Says by which names a story goes for its files, from its log and its home: the same on both desks once they know the same. */
export function settleFileNames(desk: Desk, story: StoryId, doc: Y.Doc): void {
  const { submitted, approvedRevision, published } = workflowOf(desk, story, doc)
  const decided = [submitted?.revision ?? null, approvedRevision, ...published.map(({ revision }) => revision).reverse()]
  const versions = decided.flatMap((id) => (id === null ? [] : (getRevision(desk.db, id) ?? [])))
  const atHome = Object.entries(homeOf(desk.db, story)?.home.fileNames ?? {}).map(([hash, name]) => [AssetHash.parse(hash), name] as const)
  putStoryFileNames(desk.db, story, fileNames(versions, new Map(atHome)))
}
