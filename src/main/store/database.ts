import Database from 'better-sqlite3'

/** The open file of a desk. Every statement that runs on it is written in this folder. */
export type DeskDatabase = Database.Database

/**
 * Opens a desk's database so that a finished statement is on the disk: write-ahead log with a full sync at each commit.
 * A writer that finds another one at work (a job of the same app) waits for up to five seconds.
 * @param options `create` makes the file when it is missing; `accept` throws for a file that is not to be touched.
 */
export function openDatabase(file: string, { create = false, accept = () => {} }: { readonly create?: boolean; readonly accept?: (db: DeskDatabase) => void } = {}): DeskDatabase {
  const db = new Database(file, { fileMustExist: !create, timeout: 5000 })
  try {
    accept(db)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    // A file that someone else made must not run code of its own through its schema.
    db.pragma('trusted_schema = OFF')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
