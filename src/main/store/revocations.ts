import { z } from 'zod'
import { revocationId, SignedRevocation } from '../../shared/identity/revocation'
import { StoryId, type MemberId } from '../../shared/story/ids'
import type { DeskDatabase } from './database'
import { putRecord, storedRecords } from './signed-records'

/** Every revocation as it stands in the file, believed in nothing: `checkRevocation` says which of them count. */
export function storedRevocations(db: DeskDatabase): unknown[] {
  return storedRecords(db, 'revocations')
}

/** Keeps a revocation as it was signed; one that is there already stays. */
export function putRevocation(db: DeskDatabase, signed: SignedRevocation): void {
  const { revocation, signature } = SignedRevocation.parse(signed)
  putRecord(db, 'revocations', revocationId(revocation), { revocation, signature })
}

/**
 * The stories in whose updates a member is named: only these can hold something that they signed. An update has texts as they are, so
 * SQLite finds them without any story being read.
 * @param since Only in updates that were stored after this one.
 */
export function storiesNaming(db: DeskDatabase, member: MemberId, since = 0): StoryId[] {
  return z.array(StoryId).parse(db.prepare('SELECT DISTINCT story FROM story_updates WHERE sequence > ? AND instr(bytes, CAST(? AS BLOB)) > 0').pluck().all(since, member))
}

/** The sequence number of the last update that was stored; 0 when there is none. */
export function lastSequence(db: DeskDatabase): number {
  return z.number().nullable().parse(db.prepare('SELECT max(sequence) FROM story_updates').pluck().get()) ?? 0
}
