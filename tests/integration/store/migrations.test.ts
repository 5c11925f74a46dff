import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase, type DeskDatabase } from '../../../src/main/store/database'
import { formatOf, migrate, migrations, newestFormat, type Migration } from '../../../src/main/store/migrations'
import { openDesk } from '../../../src/main/desk/desk'
import { deskOfTwo, temporaryFolder, writeStory } from '../desk/people'

const steps: readonly Migration[] = [
  { version: 1, sql: 'CREATE TABLE notes (text TEXT NOT NULL) STRICT;' },
  { version: 2, sql: "ALTER TABLE notes ADD COLUMN author TEXT NOT NULL DEFAULT '';" },
  { version: 3, sql: 'CREATE TABLE places (name TEXT NOT NULL) STRICT;' },
]

function open(file: string): DeskDatabase {
  const db = openDatabase(file, { create: true })
  onTestFinished(() => void db.close())
  return db
}

/** Tables with their rows. */
function contents(db: DeskDatabase): unknown {
  const tables = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
  return [tables, db.prepare('SELECT * FROM notes').all()]
}

function atFormat1(folder: string): DeskDatabase {
  const db = open(path.join(folder, 'desk.sqlite'))
  migrate(db, path.join(folder, 'backups'), steps.slice(0, 1))
  db.prepare('INSERT INTO notes (text) VALUES (?)').run('Written in format 1')
  return db
}

test('a new file is made in the newest format, without a copy of nothing', () => {
  const folder = temporaryFolder()
  const db = open(path.join(folder, 'desk.sqlite'))

  migrate(db, path.join(folder, 'backups'), steps)

  expect(formatOf(db)).toBe(3)
  expect(existsSync(path.join(folder, 'backups'))).toBe(false)
})

test('an older file is brought up to date, and a whole copy of what it was is kept', () => {
  const folder = temporaryFolder()
  const db = atFormat1(folder)

  migrate(db, path.join(folder, 'backups'), steps)

  expect(formatOf(db)).toBe(3)
  expect(db.prepare('SELECT text, author FROM notes').all()).toEqual([{ text: 'Written in format 1', author: '' }])
  expect(readdirSync(path.join(folder, 'backups'))).toEqual(['before-format-3.sqlite'])
  const copy = open(path.join(folder, 'backups', 'before-format-3.sqlite'))
  expect(formatOf(copy)).toBe(1)
  expect(copy.prepare('SELECT * FROM notes').all()).toEqual([{ text: 'Written in format 1' }])
})

test('a step that fails leaves the file as it was, and the copy beside it', () => {
  const folder = temporaryFolder()
  const db = atFormat1(folder)
  const before = contents(db)
  const broken: Migration = { version: 2, sql: "DELETE FROM notes; CREATE TABLE half (name TEXT) STRICT; INSERT INTO nowhere VALUES ('x');" }

  expect(() => migrate(db, path.join(folder, 'backups'), [...steps.slice(0, 1), broken])).toThrow(/could not be brought to format 2/)

  expect(contents(db)).toEqual(before)
  expect(formatOf(db)).toBe(1)
  expect(readdirSync(path.join(folder, 'backups'))).toEqual(['before-format-2.sqlite'])
})

test('a copy of an earlier attempt is not written over', () => {
  const folder = temporaryFolder()
  const db = atFormat1(folder)
  const broken: Migration = { version: 2, sql: 'nonsense' }
  const attempt = (): void => migrate(db, path.join(folder, 'backups'), [...steps.slice(0, 1), broken])
  expect(attempt).toThrow()
  expect(attempt).toThrow()

  expect(readdirSync(path.join(folder, 'backups')).sort()).toEqual(['before-format-2-2.sqlite', 'before-format-2.sqlite'])
})

test('a desk of a newer Copydesk is refused with both formats named, and not touched', () => {
  const made = deskOfTwo()
  writeStory(made)
  made.desk.db.pragma(`user_version = ${newestFormat() + 1}`)
  made.desk.close()

  expect(() => openDesk(made.folder)).toThrow(`its format is ${newestFormat() + 1}, and this Copydesk knows formats up to ${newestFormat()}`)

  const db = open(path.join(made.folder, 'desk.sqlite'))
  expect(formatOf(db)).toBe(newestFormat() + 1)
  expect(db.prepare('SELECT count(*) FROM story_updates').pluck().get()).toBe(1)
})

test('steps go up one by one', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
})
