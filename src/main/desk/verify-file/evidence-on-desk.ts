import type { AuditRecord } from '../../../shared/audit/audit-record'
import { fault, proved, unproved, type Statement } from '../../../shared/audit/statement'
import { evidenceFiles } from '../../../shared/clearance/evidence-files'
import { DeskError } from '../../../shared/result'
import type { AssetHash } from '../../../shared/story/ids'
import { readAsset } from '../../store/assets'
import type { Desk } from '../desk'

/** Whether the files that show the clearances of an account are on the desk and what their names say; without a desk, what they would have to be. */
export async function evidenceStatements({ events }: AuditRecord, desk: Desk | null): Promise<Statement[]> {
  const statements: Statement[] = []
  for (const { hash, name } of evidenceFiles(events.map(({ event }) => event))) {
    if (desk === null) statements.push(unproved(`The file ‘${name}’ shows that a part was cleared. It is not in this account; it has the SHA-256 ${hash}.`))
    else statements.push((await isOnDesk(desk, hash)) ? proved(`The file ‘${name}’, which shows that a part was cleared, is on the desk and has the hash that was signed (${hash}).`) : fault(`The file ‘${name}’, which shows that a part was cleared, is not on the desk, or was changed (${hash}).`))
  }
  return statements
}

async function isOnDesk(desk: Desk, hash: AssetHash): Promise<boolean> {
  try {
    await readAsset(desk, hash)
    return true
  } catch (error) {
    if (error instanceof DeskError) return false
    throw error
  }
}
