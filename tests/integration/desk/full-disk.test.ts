import Database from 'better-sqlite3'
import { mkdirSync, readFileSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { databaseFile, type Desk } from '../../../src/main/desk/desk'
import { openPreferences } from '../../../src/main/preferences'
import { targetOpener } from '../../../src/main/publish/open-target'
import { givenSecrets } from '../../../src/main/publish/secrets'
import { catchUpBehind } from '../../../src/main/session/catch-up'
import { staleStories } from '../../../src/main/store/story-index'
import { addTarget, outboxOf, settled, until } from '../publish/deliveries'
import { illustratedStory } from '../publish/illustrated-story'
import { deskOfTwo, edit, temporaryFolder, writeOn, writeStory } from './people'

/** Makes every write to the desk's file fail at once, as a full disk does, until the answer is called. */
function refuseWrites(desk: Desk): () => void {
  desk.db.pragma('busy_timeout = 0')
  const other = new Database(databaseFile(desk.path))
  other.exec('BEGIN IMMEDIATE')
  onTestFinished(() => void other.close())
  return () => void other.exec('ROLLBACK')
}

function logged() {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => spy.mockRestore())
  return spy
}

test('what Copydesk remembers of this computer lasts until the end when it can’t be stored', () => {
  const folder = temporaryFolder()
  const inTheWay = path.join(folder, 'preferences.json.part')
  mkdirSync(inTheWay)
  const said = logged()
  const preferences = openPreferences(folder)

  preferences.change({ recentDesks: [{ path: '/desk', name: 'Desk' }] })
  expect(preferences.read().recentDesks).toEqual([{ path: '/desk', name: 'Desk' }])
  expect(said).toHaveBeenCalledOnce()

  rmdirSync(inTheWay)
  preferences.change({ lastMember: {} })
  expect(JSON.parse(readFileSync(path.join(folder, 'preferences.json'), 'utf8'))).toMatchObject({ recentDesks: [{ path: '/desk', name: 'Desk' }] })
})

test('lists that can’t be brought up to date now are brought up to date later', async () => {
  const made = deskOfTwo()
  const id = writeStory(made)
  edit(made, id, writeOn('Corrected: '))
  const said = logged()
  const changed: string[] = []
  const catchUp = catchUpBehind(made.desk, (ids) => void changed.push(...ids))
  const again = refuseWrites(made.desk)

  catchUp.start()
  await vi.waitFor(() => expect(said).toHaveBeenCalledOnce())
  again()
  expect(staleStories(made.desk.db)).toEqual([id])
  catchUp.start()
  await vi.waitFor(() => expect(changed).toEqual([id]))
  expect(staleStories(made.desk.db)).toEqual([])
})

test('a delivery that can’t be noted for a while does not end the app, and goes on when the desk is next opened', async () => {
  const made = deskOfTwo()
  const { desk } = made
  const folder = temporaryFolder()
  const target = addTarget(desk, { type: 'folder', name: 'Site', folder, preset: 'hugo' })
  const story = await illustratedStory(made)
  const said = logged()
  const open = targetOpener(desk, givenSecrets(() => undefined))
  let again = (): void => {}
  const first = outboxOf(desk, '', {
    targetFor: (settings) => ({
      ...open(settings),
      find() {
        again = refuseWrites(desk)
        return Promise.resolve(null)
      },
    }),
  })
  const { id } = first.outbox.enqueue(story.id, target.id)
  await vi.waitFor(() => expect(said).toHaveBeenCalledOnce())
  await wait(20)
  again()
  await first.outbox.close()
  await until(desk, id, 'sending')

  const next = outboxOf(desk, '')
  next.outbox.resume()
  expect(await settled(desk, id)).toMatchObject({ state: 'delivered' })
})
