import { rulesId, SignedPolicy } from '../../shared/workflow/policy-version'
import type { DeskDatabase } from './database'
import { putRecord, storedRecords } from './signed-records'

/** Every version of the rules of sign-off as it stands in the file, believed in nothing: `genuineVersions` says which of them count. */
export function storedPolicies(db: DeskDatabase): unknown[] {
  return storedRecords(db, 'policy_versions')
}

/** Keeps a version as it was signed; one that is there already stays. */
export function putPolicy(db: DeskDatabase, signed: SignedPolicy): void {
  const { version, signature } = SignedPolicy.parse(signed)
  putRecord(db, 'policy_versions', rulesId(version), { version, signature })
}
