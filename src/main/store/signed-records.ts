import { z } from 'zod'
import type { DeskDatabase } from './database'

/** The tables of what admins signed about the desk: each record under the SHA-256 of its canonical JSON. */
type SignedRecords = 'revocations' | 'role_changes' | 'policy_versions'

/** Every record as it stands in the file, believed in nothing; undefined for one that is no JSON. */
export function storedRecords(db: DeskDatabase, table: SignedRecords): unknown[] {
  return z.array(z.string()).parse(db.prepare(`SELECT json FROM ${table} ORDER BY id`).pluck().all()).map(parsed)
}

/** Keeps a record as it was signed; one that is there already stays. */
export function putRecord(db: DeskDatabase, table: SignedRecords, id: string, signed: object): void {
  db.prepare(`INSERT INTO ${table} (id, json) VALUES (?, ?) ON CONFLICT DO NOTHING`).run(id, JSON.stringify(signed))
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
