import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDesk } from '../../../src/main/desk/desk'
import { workstation } from './a-workstation'
import { temporaryFolder } from './people'

test('whoever makes a desk can sign on it at once, and finds it again', async () => {
  const folder = path.join(temporaryFolder(), 'desk')
  const station = workstation()
  const session = await station.createDesk(folder, 'Harbour Cities Council', 'Amina Okafor')

  expect(session.info()).toMatchObject({ name: 'Harbour Cities Council', path: folder, signable: [session.member().id] })
  expect(station.preferences.read().recentDesks).toEqual([{ path: folder, name: 'Harbour Cities Council' }])
})

test('a desk is free as soon as another one was opened instead, and can be opened again at once', async () => {
  const [first, second] = [path.join(temporaryFolder(), 'first'), path.join(temporaryFolder(), 'second')]
  const station = workstation()
  await station.createDesk(first, 'First', 'Amina Okafor')
  await station.createDesk(second, 'Second', 'Amina Okafor')

  expect((await station.openDesk(first)).info().name).toBe('First')
  expect((await station.openDesk(second)).info().name).toBe('Second')
  await station.closeDesk()
  expect((await station.openDesk(second)).info().name).toBe('Second')
})

test('opening the desk that is open gives the same session', async () => {
  const folder = path.join(temporaryFolder(), 'desk')
  const station = workstation()
  const session = await station.createDesk(folder, 'Desk', 'Amina Okafor')

  expect(await station.openDesk(path.join(folder, '..', 'desk'))).toBe(session)
})

test('a desk that is reached by another way is the same desk', async () => {
  const [folder, shortcut] = [path.join(temporaryFolder(), 'desk'), path.join(temporaryFolder(), 'shortcut')]
  const station = workstation()
  const session = await station.createDesk(folder, 'Desk', 'Amina Okafor')
  symlinkSync(folder, shortcut, 'junction')

  expect(await station.openDesk(shortcut)).toBe(session)
})

test('a desk is locked until the work on it in another process has ended, and that work is told to end', async () => {
  const folder = path.join(temporaryFolder(), 'desk')
  const told: string[] = []
  let end = (): void => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  const station = workstation(undefined, {
    jobs: {
      run: () => Promise.reject(new Error('No new job')),
      runHere: () => Promise.reject(new Error('No new job')),
      cancel() {},
      endAll(desk) {
        told.push(desk)
        return ended
      },
    },
  })
  await station.createDesk(folder, 'Desk', 'Amina Okafor')
  const closed = station.closeDesk()

  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(told).toEqual([folder])
  expect(() => openDesk(folder)).toThrow(/is open in another Copydesk/)
  end()
  await closed
  openDesk(folder).close()
})

test('a desk is closed even when the work on it does not end as it should', async () => {
  const folder = path.join(temporaryFolder(), 'desk')
  const station = workstation(undefined, { jobs: { run: () => Promise.reject(new Error('No new job')), runHere: () => Promise.reject(new Error('No new job')), cancel() {}, endAll: () => Promise.reject(new Error('The job’s process is gone')) } })
  await station.createDesk(folder, 'Desk', 'Amina Okafor')
  await station.closeDesk()
  openDesk(folder).close()
})

test('a desk that can’t be opened leaves the open one in use', async () => {
  const folder = path.join(temporaryFolder(), 'desk')
  const [here, elsewhere] = [workstation(), workstation()]
  const taken = path.join(temporaryFolder(), 'taken')
  await elsewhere.createDesk(taken, 'Taken', 'Tomás Ferreira')
  const session = await here.createDesk(folder, 'Desk', 'Amina Okafor')

  await expect(here.openDesk(taken)).rejects.toThrow(/is open in another Copydesk/)
  await expect(here.openDesk(temporaryFolder())).rejects.toThrow(/There is no desk in this folder/)
  await expect(here.createDesk(taken, 'Again', 'Amina Okafor')).rejects.toThrow(/There is a desk in this folder already/)
  expect(here.need()).toBe(session)
})

test('the sample desk is made once', async () => {
  const station = workstation()
  const made = (await station.openSampleDesk()).desk.members
  await station.closeDesk()
  expect((await station.openSampleDesk()).desk.members).toEqual(made)
})

test('a desk remembers on this computer who acted last', async () => {
  const userData = temporaryFolder()
  const folder = path.join(temporaryFolder(), 'desk')
  const before = workstation(userData)
  const session = await before.createDesk(folder, 'Desk', 'Amina Okafor')
  before.actAs(session.member().id)
  await before.closeDesk()

  expect((await workstation(userData).openDesk(folder)).member()).toEqual(session.desk.members[0])
})
