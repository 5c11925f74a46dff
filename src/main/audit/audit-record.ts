import type { AuditRecord } from '../../shared/audit/audit-record'
import { evidenceFiles } from '../../shared/clearance/evidence-files'
import { asAdmitted } from '../../shared/identity/members-as-signed'
import { SignedRevocation } from '../../shared/identity/revocation'
import { SignedRoleChange } from '../../shared/identity/role-change'
import { DeskError } from '../../shared/result'
import { Instant, KindId, type AssetHash, type RevisionId, type StoryId } from '../../shared/story/ids'
import { storyMeta, storyText } from '../../shared/story/story-doc'
import { SignedPolicy } from '../../shared/workflow/policy-version'
import { reduce } from '../../shared/workflow/reduce'
import type { Desk } from '../desk/desk'
import { logOf } from '../desk/story-workflow'
import { describeAsset } from '../store/assets'
import { storedPolicies } from '../store/policies'
import { storedRevocations } from '../store/revocations'
import { storedRoleChanges } from '../store/role-changes'
import { getRevision } from '../store/revisions'
import { loadStory } from '../store/stories'
import { homeOf } from '../store/story-homes'
import { namedRevisions, readableEvents } from './named-revisions'

/** All that proves a story's standing, for programs. @throws DeskError `no-story`, `story-damaged`. */
export function auditRecord(desk: Desk, id: StoryId): AuditRecord {
  const doc = loadStory(desk.db, id)
  const log = logOf(desk, id, doc)
  const { state, approvedRevision } = reduce(log)
  // A story of another desk goes by what its home has signed.
  const home = homeOf(desk.db, id)?.home
  const events = readableEvents(doc)
  const evidence = evidenceFiles(events.map(({ event }) => event)).flatMap(({ hash, name }) => sizeOf(desk, hash).map((size) => ({ hash, name, size })))
  return {
    format: 'copydesk.audit/1',
    made: Instant.parse(new Date().toISOString()),
    desk: desk.name,
    story: id,
    kind: KindId.parse(storyMeta(doc).get('kind')),
    headline: storyText(doc, 'headline').toString().trim(),
    claims: { state, approvedRevision },
    members: log.members.map(asAdmitted),
    revocations: (home?.revocations ?? storedRevocations(desk.db)).flatMap((raw) => SignedRevocation.safeParse(raw).data ?? []),
    ...changesOfRoles(home === undefined ? storedRoleChanges(desk.db) : (home.roleChanges ?? [])),
    policy: log.policy,
    policyVersions: (home === undefined ? storedPolicies(desk.db) : (home.policies ?? [])).flatMap((raw) => SignedPolicy.safeParse(raw).data ?? []),
    events,
    revisions: [...namedRevisions(events)].sort().flatMap((revision) => contentOf(desk, revision)),
    ...(evidence.length > 0 && { evidence }),
  }
}

function changesOfRoles(stored: readonly unknown[]): Pick<AuditRecord, 'roleChanges'> {
  const roleChanges = stored.flatMap((raw) => SignedRoleChange.safeParse(raw).data ?? [])
  return roleChanges.length === 0 ? {} : { roleChanges }
}

function sizeOf({ db }: Desk, hash: AssetHash): number[] {
  const info = describeAsset(db, hash)
  return info === undefined ? [] : [info.size]
}

function contentOf({ db }: Desk, id: RevisionId): AuditRecord['revisions'] {
  try {
    const content = getRevision(db, id)
    return content === undefined ? [] : [{ id, content }]
  } catch (error) {
    // One that was changed in the file is no longer what was signed: it proves nothing.
    if (error instanceof DeskError) return []
    throw error
  }
}
