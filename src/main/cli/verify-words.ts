import type { AuditReport } from '../../shared/audit/audit-report'
import type { Statement } from '../../shared/audit/statement'
import type { VerifyReport } from '../../shared/ipc'
import { auditFaults } from '../desk/verify/proof'
import type { FileReport } from '../desk/verify-file/verify-file'

/** What was checked of a desk, and what of one story is proved, line by line. */
export function reportInWords({ lines }: VerifyReport, proof: AuditReport | undefined, ok: boolean): string[] {
  const faults = lines.reduce((sum, line) => sum + line.faults.length, proof === undefined ? 0 : auditFaults(proof))
  return [
    ...lines.flatMap(({ what, checked, faults: found }) => [`${found.length === 0 ? '✓' : '✗'} ${what}: ${checked} checked${found.length === 0 ? '' : `, ${found.length} ${found.length === 1 ? 'fault' : 'faults'}`}`, ...found.map((fault) => `    ${fault}`)]),
    ...(proof === undefined ? [] : proofInWords(proof)),
    ok ? 'All is well.' : `${faults} ${faults === 1 ? 'fault was' : 'faults were'} found.`,
  ]
}

function proofInWords({ standing, approvals, members }: AuditReport): string[] {
  const signOffs = approvals.map(({ revision, hash, by, rule, takenBack, current }) => [
    `${hash === 'right' ? '✓' : '✗'} Version ${revision}`,
    `    ${hashWords[hash]}`,
    ...by.map((one) => `    ${one}`),
    `    ${rule}`,
    `    ${takenBack ? 'It was taken back since.' : current ? 'It is the version that may leave the desk.' : 'A newer version was approved since.'}`,
  ])
  const revoked = members.filter((member) => member.revoked !== '').map(({ name, fingerprint, revoked: how }) => `The key of ${name} (${fingerprint}): ${how}`)
  const changed = members.flatMap(({ name, earlier }) => earlier.map((how) => `${name}: ${how}`))
  return ['', standing, ...(approvals.length === 0 ? ['No version of it was ever approved.'] : signOffs.flat()), ...changed, ...revoked, '']
}

const hashWords = { right: 'Its content hashes to that name.', wrong: 'Its content was changed: it no longer hashes to that name.', missing: 'Its content is missing.' } as const

const marks: Readonly<Record<Statement['holds'], string>> = { yes: '✓', no: '✗', unknown: '?' }

/** What was found of one file, line by line. */
export function fileInWords({ file, statements, ok }: FileReport): string[] {
  const open = statements.some(({ holds }) => holds === 'unknown')
  return [file, ...statements.map(({ holds, text }) => `${marks[holds]} ${text}`), ok ? (open ? 'Nothing is wrong with it, as far as it could be checked.' : 'It is what was approved.') : 'It is not what was approved.']
}
