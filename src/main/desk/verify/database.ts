import Database from 'better-sqlite3'
import type { DeskDatabase } from '../../store/database'
import { integrityFaults } from '../../store/integrity'
import type { Findings } from './findings'

export function checkDatabase(db: DeskDatabase, findings: Findings): void {
  findings.checked('Database file')
  try {
    for (const fault of integrityFaults(db)) findings.fault('Database file', `SQLite says: ${fault}`)
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    findings.fault('Database file', `SQLite says: ${error.message}`)
  }
}
