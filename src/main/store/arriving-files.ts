import { z } from 'zod'
import { AssetHash } from '../../shared/story/ids'
import type { DeskDatabase } from './database'
import { statement } from './statements'

/** Notes that a packet is bringing a file, before the file is there. */
export function noteArriving(db: DeskDatabase, file: AssetHash): void {
  statement(db, 'INSERT INTO arriving_files (asset) VALUES (?) ON CONFLICT DO NOTHING').run(file)
}

/** The files that a packet has brought or was about to bring, while it was not taken in. */
export function arrivingFiles(db: DeskDatabase): AssetHash[] {
  return z.array(AssetHash).parse(statement(db, 'SELECT asset FROM arriving_files ORDER BY asset').pluck().all())
}

/** They have arrived, or are gone. */
export function noneArriving(db: DeskDatabase): void {
  statement(db, 'DELETE FROM arriving_files').run()
}
