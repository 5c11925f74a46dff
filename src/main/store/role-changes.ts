import { z } from 'zod'
import { roleChangeId, SignedRoleChange } from '../../shared/identity/role-change'
import type { DeskDatabase } from './database'

/** Every change of roles as it stands in the file, believed in nothing: `checkRoleChange` says which of them count. */
export function storedRoleChanges(db: DeskDatabase): unknown[] {
  return z.array(z.string()).parse(db.prepare('SELECT json FROM role_changes ORDER BY id').pluck().all()).map(parsed)
}

/** Keeps a change as it was signed; one that is there already stays. */
export function putRoleChange(db: DeskDatabase, signed: SignedRoleChange): void {
  const { change, signature } = SignedRoleChange.parse(signed)
  db.prepare('INSERT INTO role_changes (id, json) VALUES (?, ?) ON CONFLICT DO NOTHING').run(roleChangeId(change), JSON.stringify({ change, signature }))
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
