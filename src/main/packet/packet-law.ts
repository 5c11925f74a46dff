import type { PacketManifest } from '../../shared/packet/manifest'
import type { StoryCheck } from '../../shared/packet/merge-story'
import type { MemberId, RevisionId } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { idOfKey, verifySignature } from '../desk/identity'
import { peopleOf } from '../desk/story-desk'
import { hasRevision } from '../store/revisions'
import { trustedFor } from '../store/trust'

/** What a packet's story is checked against on a desk. */
export function lawFor(desk: Desk, manifest: PacketManifest, revisions: { has(id: RevisionId): boolean }): StoryCheck {
  const { story, log, rules, signers, sender, desk: from, home } = manifest
  const people = new Map<MemberId, { readonly name: string; readonly publicKey: string }>()
  // Whoever this desk knows goes by the name that this desk has for them. A key can't be another's: the id is its hash.
  for (const person of [sender, ...signers, ...rules.members, ...peopleOf(desk, story.id)]) if (idOfKey(person.publicKey) === person.id) people.set(person.id, person)
  const comeFromThere = new Set<MemberId>([sender.id, ...trustedFor(desk.db, from.id).map(({ member }) => member)])
  return {
    story: story.id,
    named: log,
    keyOf: (id) => people.get(id)?.publicKey,
    nameOf: (id) => people.get(id)?.name ?? 'somebody unknown',
    hasRevision: (id) => revisions.has(id) || hasRevision(desk.db, story.id, id),
    verify: verifySignature,
    fromHome: from.id === home.id,
    mayNotSpeak: new Set(desk.members.map(({ id }) => id).filter((id) => !comeFromThere.has(id))),
  }
}
