import { z } from 'zod'
import type { DeskDatabase } from './database'

const Answers = z.array(z.object({ integrity_check: z.string() }))

/** What SQLite itself finds wrong with the file, search index included; empty when all is well. At most a hundred things. */
export function integrityFaults(db: DeskDatabase): string[] {
  return Answers.parse(db.pragma('integrity_check(100)')).flatMap(({ integrity_check: answer }) => (answer === 'ok' ? [] : [answer]))
}
