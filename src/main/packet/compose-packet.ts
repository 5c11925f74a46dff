import { createHash, randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import { assetName, manifestName, reviewPageName, revisionName, signatureName, storyName } from '../../shared/packet/entry-names'
import { mergeStory } from '../../shared/packet/merge-story'
import { PacketManifest, type ManifestEntry } from '../../shared/packet/manifest'
import type { Invitation } from '../../shared/packet/packet-entry'
import { asAdmitted } from '../../shared/identity/members-as-signed'
import { SignedRevocation } from '../../shared/identity/revocation'
import { SignedRoleChange } from '../../shared/identity/role-change'
import type { HomeRules } from '../../shared/packet/story-home'
import { DeskError } from '../../shared/result'
import { canonicalBytes } from '../../shared/story/canonical'
import { Instant, type AssetHash, type MemberId, type StoryId } from '../../shared/story/ids'
import { storyLog } from '../../shared/story/story-doc'
import type { Revision } from '../../shared/story/revision'
import type { Member } from '../../shared/workflow/member'
import { SignedPolicy } from '../../shared/workflow/policy-version'
import type { Desk } from '../desk/desk'
import { kindNamed } from '../desk/kinds'
import { deskFor } from '../desk/story-desk'
import { storedPolicies } from '../store/policies'
import { storedRevocations } from '../store/revocations'
import { storedRoleChanges } from '../store/role-changes'
import { readSetting } from '../store/settings'
import { snapshot } from '../store/snapshot'
import { homeOf } from '../store/story-homes'
import { lawFor } from './packet-law'
import { pageOf } from './page-of-packet'
import { eventsIn, filesOf, revisionsOf, signersOf, usedFiles } from './what-travels'

export interface ComposeRequest {
  readonly story: StoryId
  /** The story as it stands, or as it will when the packet is written. */
  readonly doc: Y.Doc
  /** The version that is submitted with the packet, which the desk does not have yet. */
  readonly submitted: Revision | null
  /** The files that whoever gets it has for certain: they are only named. */
  readonly there: ReadonlySet<AssetHash>
  readonly sender: Member
  readonly to: { readonly name: string; readonly member: MemberId | null }
  readonly invitation: Invitation | null
  readonly inReplyTo: string | null
  readonly note: string
  readonly due: string | null
  /** Signs as the sender, in base64. */
  readonly sign: (bytes: Uint8Array) => string
}

/** A packet before it is a file: its small parts as they are, its files by their hashes. */
export interface ComposedPacket {
  readonly manifest: PacketManifest
  readonly parts: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly files: readonly AssetHash[]
}

/**
 * Puts together what goes to another desk: the story with all its edits, every version that a decision is about, the files of all of
 * these, the keys that everything is checked by, and a page for any browser. It is checked as whoever opens it will check it.
 * @throws DeskError `packet-not-written` when no desk would take it in.
 */
export async function composePacket(desk: Desk, request: ComposeRequest): Promise<ComposedPacket> {
  const { story, doc } = request
  const from = homeOf(desk.db, story)
  const events = eventsIn(doc)
  const revisions = revisionsOf(desk, events, request.submitted)
  const current = snapshot(desk, story, doc)
  const rules = from?.home ?? rulesOf(desk, current.kind)
  const files = filesOf(usedFiles(desk, story, doc, [...revisions.values(), current]), request.there)
  const page = await pageOf(desk, request, { current, revisions, kind: rules.kind, home: from?.home.desk ?? ownName(desk) })
  const parts = [
    { name: storyName, bytes: Y.encodeStateAsUpdate(doc) },
    ...[...revisions].map(([id, revision]) => ({ name: revisionName(id), bytes: canonicalBytes(revision) })),
    { name: reviewPageName, bytes: new TextEncoder().encode(page) },
  ]
  const brought = files.filter(({ included }) => included)
  const { kind, policy, policies, members, revocations, roleChanges } = rules
  const manifest: PacketManifest = {
    format: 'copydesk.packet/1',
    id: randomUUID(),
    at: Instant.parse(new Date().toISOString()),
    sender: { id: request.sender.id, name: request.sender.name, publicKey: request.sender.publicKey },
    desk: ownName(desk),
    home: from?.home.desk ?? ownName(desk),
    to: request.to,
    inReplyTo: request.inReplyTo,
    invitation: request.invitation,
    note: request.note,
    due: request.due,
    story: { id: story, headline: headlineOf(current.fields['headline']) },
    rules: { kind, policy, ...(policies && { policies }), members, revocations, ...(roleChanges && { roleChanges }) },
    signers: signersOf(desk, doc, events, members),
    log: [...storyLog(doc).keys()].sort() as PacketManifest['log'],
    files,
    entries: [...parts.map(entryOf), ...brought.map(({ hash, size }): ManifestEntry => ({ name: assetName(hash), size, sha256: hash }))],
  }
  const signed = canonicalBytes(checked(desk, manifest, parts[0]?.bytes ?? new Uint8Array(), revisions))
  return {
    manifest,
    parts: [{ name: manifestName, bytes: signed }, { name: signatureName, bytes: new TextEncoder().encode(request.sign(signed)) }, ...parts],
    files: brought.map(({ hash }) => hash),
  }
}

export function ownName(desk: Desk): { readonly id: string; readonly name: string } {
  return { id: readSetting(desk.db, 'id'), name: desk.name }
}

/** The rules of this desk for a story of its own. */
function rulesOf(desk: Desk, kind: string): HomeRules {
  const policies = storedPolicies(desk.db).flatMap((raw) => SignedPolicy.safeParse(raw).data ?? [])
  const roleChanges = storedRoleChanges(desk.db).flatMap((raw) => SignedRoleChange.safeParse(raw).data ?? [])
  return {
    kind: kindNamed(desk, kind),
    policy: desk.book.founding,
    ...(policies.length > 0 && { policies }),
    members: desk.members.map(asAdmitted),
    revocations: storedRevocations(desk.db).flatMap((raw) => SignedRevocation.safeParse(raw).data ?? []),
    ...(roleChanges.length > 0 && { roleChanges }),
  }
}

const headlineOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 1000) : '')

function entryOf({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): ManifestEntry {
  return { name, size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** @throws DeskError when whoever opens the packet would refuse it: better now than there. */
function checked(desk: Desk, manifest: PacketManifest, update: Uint8Array, revisions: ReadonlyMap<string, unknown>): PacketManifest {
  const parsed = PacketManifest.safeParse(manifest)
  if (!parsed.success) throw new DeskError('packet-not-written', 'This story can’t be sent as it stands: it is larger than a packet may be.', { detail: parsed.error.message })
  try {
    mergeStory(null, update, { ...lawFor(deskFor(desk, manifest.story.id), manifest, revisions), mayNotSpeak: new Set() })
    return parsed.data
  } catch (error) {
    const why = error instanceof DeskError ? error.message : String(error)
    throw new DeskError('packet-not-written', 'This story can’t be sent: the desk that gets it would refuse it. ‘copydesk verify’ says what is wrong with it.', { detail: why })
  }
}
