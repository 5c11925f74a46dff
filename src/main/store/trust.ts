import { z } from 'zod'
import { TrustedKey } from '../../shared/packet/trusted-key'
import type { MemberId } from '../../shared/story/ids'
import type { DeskDatabase } from './database'
import { statement } from './statements'

const columns = 'member, desk, desk_name AS deskName, name, public_key AS publicKey, trusted_by AS trustedBy, trusted_at AS trustedAt, ended_at AS endedAt'

/** Every key of somebody elsewhere that was ever trusted here, by name. */
export function trustedKeys(db: DeskDatabase): TrustedKey[] {
  return z.array(TrustedKey).parse(statement(db, `SELECT ${columns} FROM trusted_keys ORDER BY name, desk_name, member`).all())
}

/** What was said here of a key that speaks for a desk; undefined when nothing was. */
export function trustIn(db: DeskDatabase, member: MemberId, desk: string): TrustedKey | undefined {
  return TrustedKey.optional().parse(statement(db, `SELECT ${columns} FROM trusted_keys WHERE member = ? AND desk = ?`).get(member, desk))
}

/** The keys that are trusted to speak for a desk now. */
export function trustedFor(db: DeskDatabase, desk: string): TrustedKey[] {
  return trustedKeys(db).filter((key) => key.desk === desk && key.endedAt === null)
}

/** Trusts a key to speak for a desk, also one in which trust had ended. */
export function trustKey(db: DeskDatabase, key: Omit<TrustedKey, 'endedAt'>): void {
  const { member, desk, deskName, name, publicKey, trustedBy, trustedAt } = TrustedKey.omit({ endedAt: true }).parse(key)
  statement(
    db,
    `INSERT INTO trusted_keys (member, desk, desk_name, name, public_key, trusted_by, trusted_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (member, desk) DO UPDATE SET name = excluded.name, desk_name = excluded.desk_name, trusted_by = excluded.trusted_by, trusted_at = excluded.trusted_at, ended_at = NULL`,
  ).run(member, desk, deskName, name, publicKey, trustedBy, trustedAt)
}

/** Ends trust in a key: what it signs from now on is asked about again. What it brought before stays. */
export function endTrust(db: DeskDatabase, member: MemberId, desk: string, at: string): void {
  statement(db, 'UPDATE trusted_keys SET ended_at = ? WHERE member = ? AND desk = ? AND ended_at IS NULL').run(at, member, desk)
}
