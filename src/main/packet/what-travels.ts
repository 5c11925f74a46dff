import type * as Y from 'yjs'
import { DeskError } from '../../shared/result'
import type { ManifestFile, Signer } from '../../shared/packet/manifest'
import type { AssetHash, MemberId, RevisionId } from '../../shared/story/ids'
import type { Revision, RevisionAsset } from '../../shared/story/revision'
import { storyLog } from '../../shared/story/story-doc'
import { readThreads } from '../../shared/story/thread'
import { SignedEvent, type WorkflowEvent } from '../../shared/workflow/event'
import type { Member } from '../../shared/workflow/member'
import type { Desk } from '../desk/desk'
import { getRevision } from '../store/revisions'
import { trustedKeys } from '../store/trust'

/** The events of a story's log. @throws DeskError when the log holds something else: no desk would take it in. */
export function eventsIn(doc: Y.Doc): WorkflowEvent[] {
  return [...storyLog(doc).values()].map((raw) => {
    const parsed = SignedEvent.safeParse(raw)
    if (!parsed.success) throw new DeskError('packet-not-written', 'This story can’t be sent: its record of decisions has an entry that can’t be read. ‘copydesk verify’ says which.')
    return parsed.data.event
  })
}

/** Every version that a decision is about, so that it can be checked wherever the story goes. @throws DeskError when one is missing or was changed in the file. */
export function revisionsOf({ db }: Desk, events: readonly WorkflowEvent[]): ReadonlyMap<RevisionId, Revision> {
  const named = new Set(events.flatMap((event) => [...('revision' in event ? [event.revision] : []), ...('previous' in event ? [event.previous] : [])]))
  return new Map(
    [...named].sort().flatMap((id): [RevisionId, Revision][] => {
      const revision = getRevision(db, id)
      if (revision === undefined) throw new DeskError('packet-not-written', 'This story can’t be sent: a version that a decision is about is missing from the desk’s file. ‘copydesk verify’ says which.', { place: id })
      return [[id, revision]]
    }),
  )
}

/** The files that a story as it stands and its versions use, each once, by hash. @param there Files that the other desk has for certain. */
export function filesOf(revisions: readonly Revision[], there: ReadonlySet<AssetHash>): ManifestFile[] {
  const byHash = new Map<AssetHash, RevisionAsset>(revisions.flatMap(({ assets }) => assets.map((asset) => [asset.hash, asset])))
  return [...byHash.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1)).map((asset) => ({ ...asset, included: !there.has(asset.hash) }))
}

/** Whoever signed or said something in a story and is none of these members, as far as this desk knows them. */
export function signersOf(desk: Desk, doc: Y.Doc, events: readonly WorkflowEvent[], listed: readonly Member[]): Signer[] {
  const known = new Map<MemberId, Signer>(trustedKeys(desk.db).map(({ member, name, publicKey }) => [member, { id: member, name, publicKey }]))
  for (const { id, name, publicKey } of desk.members) known.set(id, { id, name, publicKey })
  const there = new Set(listed.map(({ id }) => id))
  const spoke = new Set<MemberId>([...events.map(({ by }) => by), ...readThreads(doc).flatMap(({ comments }) => comments.map(({ by }) => by))])
  return [...spoke].sort().flatMap((id) => (there.has(id) ? [] : (known.get(id) ?? [])))
}
