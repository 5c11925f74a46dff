import { z } from 'zod'
import { StyleTerm } from '../../shared/style/term'
import type { DeskDatabase } from './database'

const rows = z.array(z.object({ term: z.string() }))

/** The house style in its order. A term that someone else's hand made unreadable is left out. */
export function listStyleTerms(db: DeskDatabase): StyleTerm[] {
  return rows.parse(db.prepare('SELECT term FROM style_terms ORDER BY position, id').all()).flatMap(({ term }) => {
    const parsed = StyleTerm.safeParse(jsonOf(term))
    return parsed.success ? [parsed.data] : []
  })
}

/** Replaces the whole house style. */
export function replaceStyleTerms(db: DeskDatabase, terms: readonly StyleTerm[]): void {
  const insert = db.prepare('INSERT INTO style_terms (id, position, term) VALUES (?, ?, ?)')
  db.transaction(() => {
    db.prepare('DELETE FROM style_terms').run()
    terms.forEach((term, position) => insert.run(term.id, position, JSON.stringify(StyleTerm.parse(term))))
  }).immediate()
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
