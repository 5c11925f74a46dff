import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { evidenceFiles } from '../../shared/clearance/evidence-files'
import { bodyWithSuggestions } from '../../shared/document/normalise'
import { DeskError } from '../../shared/result'
import type { ManifestFile, Signer } from '../../shared/packet/manifest'
import { AssetHash, type MemberId, type RevisionId, type StoryId } from '../../shared/story/ids'
import { revisionId, type Revision, type RevisionAsset } from '../../shared/story/revision'
import { storyBody, storyLog } from '../../shared/story/story-doc'
import { fieldSuggestions } from '../../shared/suggestions/fields/field-suggestions'
import { readThreads } from '../../shared/story/thread'
import { SignedEvent, type WorkflowEvent } from '../../shared/workflow/event'
import type { Member } from '../../shared/workflow/member'
import type { Desk } from '../desk/desk'
import { getRevision } from '../store/revisions'
import { describeFiles } from '../store/snapshot'
import { trustedKeys } from '../store/trust'

/** The events of a story's log. @throws DeskError when the log holds something else: no desk would take it in. */
export function eventsIn(doc: Y.Doc): WorkflowEvent[] {
  return [...storyLog(doc).values()].map((raw) => {
    const parsed = SignedEvent.safeParse(raw)
    if (!parsed.success) throw new DeskError('packet-not-written', 'This story can’t be sent: its record of decisions has an entry that can’t be read. ‘copydesk verify’ says which.')
    return parsed.data.event
  })
}

/**
 * Every version that a decision is about, so that it can be checked wherever the story goes.
 * @param submitted One that the desk does not have yet.
 * @throws DeskError when one is missing or was changed in the file.
 */
export function revisionsOf({ db }: Desk, events: readonly WorkflowEvent[], submitted: Revision | null): ReadonlyMap<RevisionId, Revision> {
  const coming = submitted === null ? null : revisionId(submitted)
  const named = new Set(events.flatMap((event) => [...('revision' in event ? [event.revision] : []), ...('previous' in event ? [event.previous] : [])]))
  return new Map(
    [...named].sort().flatMap((id): [RevisionId, Revision][] => {
      const revision = id === coming && submitted !== null ? submitted : getRevision(db, id)
      if (revision === undefined) throw new DeskError('packet-not-written', 'This story can’t be sent: a version that a decision is about is missing from the desk’s file. ‘copydesk verify’ says which.', { place: id })
      return [[id, revision]]
    }),
  )
}

/** The files of a story: of the versions that travel, of what is suggested, and what shows that a part was cleared. */
export function usedFiles(desk: Desk, story: StoryId, doc: Y.Doc, versions: Iterable<Revision>): RevisionAsset[] {
  const evidence = evidenceFiles(eventsIn(doc)).map(({ hash }) => hash)
  return [...describeFiles(desk.db, story, evidence), ...[...versions].flatMap(({ assets }) => assets), ...suggestedFiles(desk, story, doc)]
}

/** These files, each once, by hash. @param there Those that the other desk has for certain. */
export function filesOf(used: readonly RevisionAsset[], there: ReadonlySet<AssetHash>): ManifestFile[] {
  const byHash = new Map<AssetHash, RevisionAsset>(used.map((asset) => [asset.hash, asset]))
  return [...byHash.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1)).map((asset) => ({ ...asset, included: !there.has(asset.hash) }))
}

/** The files of what is only suggested: no version has them, and whoever decides about it has to see them. */
function suggestedFiles({ db }: Desk, story: StoryId, doc: Y.Doc): RevisionAsset[] {
  const body: unknown = bodyWithSuggestions(yXmlFragmentToProsemirrorJSON(storyBody(doc))).toJSON()
  const fields = fieldSuggestions(doc).map(({ value }) => value)
  return describeFiles(db, story, [...new Set(assetsNamed([body, fields]))].sort())
}

/** Whatever is called an asset, however deep: what a block is to become stands in its attributes. */
function assetsNamed(value: unknown): AssetHash[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]) => {
    const hash = name === 'asset' ? AssetHash.safeParse(inside) : undefined
    return hash?.success ? [hash.data] : assetsNamed(inside)
  })
}

/** Whoever signed or said something in a story and is none of these members, as far as this desk knows them. */
export function signersOf(desk: Desk, doc: Y.Doc, events: readonly WorkflowEvent[], listed: readonly Member[]): Signer[] {
  const known = new Map<MemberId, Signer>(trustedKeys(desk.db).map(({ member, name, publicKey }) => [member, { id: member, name, publicKey }]))
  for (const { id, name, publicKey } of desk.members) known.set(id, { id, name, publicKey })
  const there = new Set(listed.map(({ id }) => id))
  const spoke = new Set<MemberId>([...events.map(({ by }) => by), ...readThreads(doc).flatMap(({ comments }) => comments.map(({ by }) => by))])
  return [...spoke].sort().flatMap((id) => (there.has(id) ? [] : (known.get(id) ?? [])))
}
