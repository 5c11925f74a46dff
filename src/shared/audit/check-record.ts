import { checkRevocation } from '../identity/check-revocation'
import { roleLogFaults } from '../identity/check-role-change'
import { fingerprint, grouped } from '../identity/fingerprint'
import { membersAsSigned } from '../identity/members-as-signed'
import { canonicalBytes } from '../story/canonical'
import type { RevisionId } from '../story/ids'
import { revisionId } from '../story/revision'
import { checkVersion, genuineVersions } from '../workflow/check-policies'
import { policyBook } from '../workflow/policy-book'
import { reduce } from '../workflow/reduce'
import { changeBetween } from '../workflow/small-change'
import type { VerifySignature } from '../workflow/verify-event'
import { AuditRecord } from './audit-record'
import { short } from './describe-event'
import { stateWords } from './effect'
import { fault, proved, unproved, type Statement } from './statement'

/**
 * Checks an account for programs with nothing but itself: every hash, every signature, and that the log implies what the file claims.
 * Null for what is no such file.
 */
export function checkRecord(raw: unknown, verify: VerifySignature): readonly Statement[] | null {
  const parsed = AuditRecord.safeParse(raw)
  if (!parsed.success) return null
  const record = parsed.data
  return [...hashes(record), ...keys(record), ...signatures(record, verify), outcome(record, verify), unproved('That these are the keys of the people who are named, and that no event was left out, only the desk can say. Compare the fingerprints.')]
}

function hashes({ revisions, story }: AuditRecord): Statement[] {
  const wrong = revisions.filter(({ id, content }) => content.story !== story || revisionId(content) !== id)
  return wrong.length > 0 ? wrong.map(({ id }) => fault(`The content of version ${short(id)} does not hash to its name.`)) : [proved(`${count(revisions.length, 'version')}: the content of each hashes to its name.`)]
}

function keys({ members }: AuditRecord): Statement[] {
  const wrong = members.filter(({ id, publicKey }) => fingerprint(publicKey) !== grouped(id))
  return wrong.length > 0 ? wrong.map(({ name }) => fault(`The key of ${name} is not the one that their id was made from.`)) : [proved(`${count(members.length, 'member')}: each has the key that their id was made from.`)]
}

function signatures({ events, members, revocations, roleChanges = [], policyVersions }: AuditRecord, verify: VerifySignature): Statement[] {
  const keyOf = (id: string): string => members.find((member) => member.id === id)?.publicKey ?? ''
  const right = events.filter(({ event, signature }) => verify(keyOf(event.by), canonicalBytes(event), signature)).length
  const others = [
    ...revocations.flatMap((signed) => {
      const checked = checkRevocation(signed, members, verify)
      return checked.ok ? [] : [fault(checked.error.message)]
    }),
    ...roleLogFaults(roleChanges, members, verify).map(fault),
    ...policyVersions.flatMap((signed) => {
      const checked = checkVersion(signed, members, verify)
      return checked.ok ? [] : [fault(`A version of the rules of sign-off counts for nothing: ${checked.why}.`)]
    }),
  ]
  const log = right === events.length ? proved(`${count(events.length, 'event')}: every signature is right.`) : fault(`${count(events.length - right, 'event')} of ${events.length} ${events.length - right === 1 ? 'does' : 'do'} not have the signature of a member. They count for nothing.`)
  return [log, ...others]
}

function outcome(record: AuditRecord, verify: VerifySignature): Statement {
  const genuine = record.members.filter(({ id, publicKey }) => fingerprint(publicKey) === grouped(id))
  const members = membersAsSigned(genuine, { revocations: record.revocations, roleChanges: record.roleChanges ?? [] }, verify)
  const contents = new Map<RevisionId, AuditRecord['revisions'][number]['content']>(record.revisions.filter(({ id, content }) => content.story === record.story && revisionId(content) === id).map(({ id, content }) => [id, content]))
  const { state, approvedRevision } = reduce({
    story: record.story,
    events: record.events,
    policy: record.policy,
    book: policyBook(record.policy, genuineVersions(record.policyVersions, members, verify)),
    members,
    revisionExists: (id) => contents.has(id),
    kindOf: (id) => contents.get(id)?.kind ?? null,
    changeBetween(previous, next) {
      const [older, newer] = [contents.get(previous), contents.get(next)]
      return older === undefined || newer === undefined ? null : changeBetween(older, newer)
    },
    verify,
  })
  const words = `${stateWords[state]}, and ${approvedRevision === null ? 'nothing of it is approved' : `version ${short(approvedRevision)} is approved`}`
  const { claims } = record
  return state === claims.state && approvedRevision === claims.approvedRevision
    ? proved(`By the rules of sign-off, these events make the story ${words}. That is what the file claims.`)
    : fault(`By the rules of sign-off, these events make the story ${words}. The file claims something else: ${stateWords[claims.state]}, ${claims.approvedRevision === null ? 'nothing approved' : `version ${short(claims.approvedRevision)} approved`}.`)
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`
