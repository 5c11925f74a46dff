import { roleChangeId, SignedRoleChange } from '../../shared/identity/role-change'
import type { DeskDatabase } from './database'
import { putRecord, storedRecords } from './signed-records'

/** Every change of roles as it stands in the file, believed in nothing: `checkRoleChange` says which of them count. */
export function storedRoleChanges(db: DeskDatabase): unknown[] {
  return storedRecords(db, 'role_changes')
}

/** Keeps a change as it was signed; one that is there already stays. */
export function putRoleChange(db: DeskDatabase, signed: SignedRoleChange): void {
  const { change, signature } = SignedRoleChange.parse(signed)
  putRecord(db, 'role_changes', roleChangeId(change), { change, signature })
}
