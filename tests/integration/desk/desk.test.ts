import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { createDesk, databaseFile, openDesk, type Desk } from '../../../src/main/desk/desk'
import { createIdentity } from '../../../src/main/desk/identity'
import { backUpIfDue } from '../../../src/main/desk/backup'
import { listBackups } from '../../../src/main/store/backups'
import { loadStory, storyIds } from '../../../src/main/store/stories'
import { writeSetting } from '../../../src/main/store/settings'
import { storyText } from '../../../src/shared/story/story-doc'
import { deskOfTwo, temporaryFolder, writeStory } from './people'

const { member } = createIdentity('Amina Okafor', ['writer', 'reviewer', 'publisher', 'admin'])

function open(folder: string): Desk {
  const desk = openDesk(folder)
  onTestFinished(() => desk.close())
  return desk
}

test('a new desk has its name, its first member, ten kinds of story and a policy', () => {
  const folder = path.join(temporaryFolder(), 'new', 'desk')
  const desk = createDesk(folder, { name: 'Harbour Cities Council', member })
  onTestFinished(() => desk.close())

  expect(desk.name).toBe('Harbour Cities Council')
  expect(desk.members).toEqual([member])
  expect(desk.kinds).toHaveLength(10)
  expect(desk.policy.approvals).toBe(1)
  expect(desk.db.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(desk.db.pragma('synchronous', { simple: true })).toBe(2)
})

test('a folder with other files is not made into a desk', () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'holiday.txt'), 'Not part of a desk')

  expect(() => createDesk(folder, { name: 'Desk', member })).toThrow('This folder is not empty.')
  expect(existsSync(databaseFile(folder))).toBe(false)
})

test('a desk can’t be made where there is a file, and the file stays', () => {
  const file = path.join(temporaryFolder(), 'notes.txt')
  writeFileSync(file, 'Kept')

  expect(() => createDesk(file, { name: 'Desk', member })).toThrow('A desk can’t be made there.')
  expect(readFileSync(file, 'utf8')).toBe('Kept')
})

test('a folder without a desk is said to be one', () => {
  expect(() => openDesk(temporaryFolder())).toThrow('There is no desk in this folder: ‘desk.sqlite’ is missing.')
})

test('a file that is no database is called damaged, and left as it is', () => {
  const folder = temporaryFolder()
  writeFileSync(databaseFile(folder), 'These are only words, and more of them than a header has.'.repeat(20))

  expect(() => openDesk(folder)).toThrow(/damaged and can’t be read/)
})

test('a database of another program is not touched', () => {
  const folder = temporaryFolder()
  const other = new Database(databaseFile(folder))
  other.exec('CREATE TABLE recipes (name TEXT)')
  other.close()

  const before = readFileSync(databaseFile(folder))

  expect(() => openDesk(folder)).toThrow('was not made by Copydesk')

  expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true)
})

test('a desk is portable: a copy of its folder is the same desk', () => {
  const made = deskOfTwo()
  const id = writeStory(made)
  made.desk.close()
  const copy = path.join(temporaryFolder(), 'copy')
  cpSync(made.folder, copy, { recursive: true })

  const desk = open(copy)

  expect(storyIds(desk.db)).toEqual([id])
  expect(storyText(loadStory(desk.db, id), 'headline').toString()).toBe('Nine ports agree on a housing pledge')
})

test('a changed setting is there after a reload, and a damaged one is said', () => {
  const { desk } = deskOfTwo()
  writeSetting(desk.db, 'policy', { ...desk.policy, approvals: 2 })
  desk.reload()
  expect(desk.policy.approvals).toBe(2)

  desk.db.prepare("UPDATE settings SET value = '{' WHERE key = 'policy'").run()
  expect(() => desk.reload()).toThrow('The desk’s setting ‘policy’ can’t be read.')
})

test('a member who was given another key under the same id counts for nothing', () => {
  const { desk, tomas } = deskOfTwo()
  const impostor = createIdentity('Tomás Ferreira', ['reviewer'])
  desk.db.prepare('UPDATE members SET public_key = ? WHERE id = ?').run(impostor.member.publicKey, tomas.member.id)
  desk.reload()

  expect(desk.members.map(({ id }) => id)).not.toContain(tomas.member.id)
})

test('a desk is backed up once a day, and the last ten copies are kept', async () => {
  const made = deskOfTwo()
  writeStory(made)
  const folder = path.join(made.folder, 'backups')
  const at = (day: number, hour = 9): Date => new Date(Date.UTC(2026, 2, day, hour))

  expect(await backUpIfDue(made.desk, at(1))).toBe('desk-20260301T090000Z.sqlite')
  expect(await backUpIfDue(made.desk, at(1, 20))).toBeNull()
  for (let day = 2; day <= 12; day++) expect(await backUpIfDue(made.desk, at(day))).not.toBeNull()

  expect(listBackups(folder)).toHaveLength(10)
  expect(listBackups(folder)[0]).toBe('desk-20260303T090000Z.sqlite')
  const restored = path.join(temporaryFolder(), 'restored')
  mkdirSync(restored)
  cpSync(path.join(folder, 'desk-20260312T090000Z.sqlite'), databaseFile(restored))
  expect(storyIds(open(restored).db)).toEqual(storyIds(made.desk.db))
})

test('a desk that is closed during its backup leaves no half copy', async () => {
  const made = deskOfTwo()
  for (let index = 0; index < 40; index++) writeStory(made, `Story ${index}`, 'Words and words. '.repeat(4000))

  const copying = backUpIfDue(made.desk)
  await new Promise((resolve) => setImmediate(resolve))
  made.desk.close()

  expect(await copying).toBeNull()
  expect(listBackups(path.join(made.folder, 'backups'))).toEqual([])
})
