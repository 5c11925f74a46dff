import { z } from 'zod'
import { AssetHash, type MemberId } from '../../shared/story/ids'
import type { DeskDatabase } from './database'
import { statement } from './statements'

/** Notes the files that a member's packet named: the desk that it came from has them. */
export function noteFilesElsewhere(db: DeskDatabase, member: MemberId, desk: string, files: readonly AssetHash[]): void {
  for (const file of files) statement(db, 'INSERT INTO files_elsewhere (member, desk, asset) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(member, desk, file)
}

/** The files that a member has wherever they may open a packet: on each of the desks that they have ever sent one from. */
export function filesElsewhere(db: DeskDatabase, member: MemberId): ReadonlySet<AssetHash> {
  const everywhere = 'SELECT asset FROM files_elsewhere WHERE member = :member GROUP BY asset HAVING count(*) = (SELECT count(*) FROM trusted_keys WHERE member = :member)'
  return new Set(z.array(AssetHash).parse(statement(db, everywhere).pluck().all({ member })))
}
