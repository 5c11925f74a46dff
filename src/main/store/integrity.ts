import { z } from 'zod'
import type { DeskDatabase } from './database'

/** What SQLite itself finds wrong with the file, search index included; empty when all is well. */
export function integrityFaults(db: DeskDatabase): string[] {
  const answers = z.array(z.string()).parse(db.prepare('SELECT integrity_check FROM pragma_integrity_check(100)').pluck().all())
  return answers.filter((answer) => answer !== 'ok')
}
