import { z } from 'zod'
import { rulesId, SignedPolicy } from '../../shared/workflow/policy-version'
import type { DeskDatabase } from './database'

/** Every version of the rules of sign-off as it stands in the file, believed in nothing: `genuineVersions` says which of them count. */
export function storedPolicies(db: DeskDatabase): unknown[] {
  return z.array(z.string()).parse(db.prepare('SELECT json FROM policy_versions ORDER BY id').pluck().all()).map(parsed)
}

/** Keeps a version as it was signed; one that is there already stays. */
export function putPolicy(db: DeskDatabase, signed: SignedPolicy): void {
  const { version, signature } = SignedPolicy.parse(signed)
  db.prepare('INSERT INTO policy_versions (id, json) VALUES (?, ?) ON CONFLICT DO NOTHING').run(rulesId(version), JSON.stringify({ version, signature }))
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
