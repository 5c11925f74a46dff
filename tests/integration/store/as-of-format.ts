import Database from 'better-sqlite3'
import { z } from 'zod'
import type { DeskDatabase } from '../../../src/main/store/database'
import { migrations } from '../../../src/main/store/migrations'

const Part = z.object({ type: z.enum(['table', 'index', 'trigger', 'view']), name: z.string() })

/** What a file is made of, apart from what SQLite makes by itself. */
const partsOf = (db: Database.Database): z.infer<typeof Part>[] => z.array(Part).parse(db.prepare("SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE 'story_search_%'").all())
const columnsOf = (db: Database.Database, table: string): string[] => z.array(z.object({ name: z.string() })).parse(db.pragma(`table_info(${table})`)).map(({ name }) => name)

/** Takes out of a desk's file all that later formats brought: it is then as an older Copydesk left it, with what that had stored. */
export function asOfFormat(db: DeskDatabase, format: number): void {
  const old = new Database(':memory:')
  for (const { version, sql } of migrations) if (version <= format) old.exec(sql)
  const known = new Set(partsOf(old).map(({ type, name }) => `${type} ${name}`))
  for (const kind of ['trigger', 'view', 'index', 'table'] as const) {
    for (const { type, name } of partsOf(db)) if (type === kind && !known.has(`${type} ${name}`)) db.exec(`DROP ${type} ${name}`)
  }
  for (const { type, name } of partsOf(old)) {
    if (type !== 'table') continue
    const before = columnsOf(old, name)
    for (const column of columnsOf(db, name)) if (!before.includes(column)) db.exec(`ALTER TABLE ${name} DROP COLUMN ${column}`)
  }
  old.close()
  db.pragma(`user_version = ${format}`)
}
