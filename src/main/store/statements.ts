import type Database from 'better-sqlite3'
import type { DeskDatabase } from './database'

const known = new WeakMap<DeskDatabase, Map<string, Database.Statement>>()

/** A statement that is used again and again, compiled once for each open file. `sql` is one of few texts, each always read in the same way (plucked or not). */
export function statement(db: DeskDatabase, sql: string): Database.Statement {
  const statements = known.get(db) ?? new Map<string, Database.Statement>()
  known.set(db, statements)
  const compiled = statements.get(sql) ?? db.prepare(sql)
  statements.set(sql, compiled)
  return compiled
}
