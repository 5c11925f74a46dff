import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createDesk } from '../../../src/main/desk/desk'
import { createIdentity } from '../../../src/main/desk/identity'
import { openKeyring } from '../../../src/main/desk/keyring'
import { openPreferences } from '../../../src/main/preferences'
import { openSecrets } from '../../../src/main/publish/secrets'
import { createWorkstation, type Workstation } from '../../../src/main/workstation'
import { temporaryFolder } from './people'

const noKeychain = { available: false, seal: refuse, open: refuse }
function refuse(): never {
  throw new Error('There is no keychain')
}

function workstation(userData = temporaryFolder()): Workstation & { readonly userData: string } {
  const keyring = openKeyring(path.join(userData, 'keyring.json'), noKeychain)
  const station = createWorkstation({
    preferences: openPreferences(userData),
    seal: noKeychain,
    keyring,
    secrets: openSecrets(path.join(userData, 'secrets.json'), noKeychain),
    jobs: { run: () => Promise.reject(new Error('No jobs here')), cancel() {}, cancelAll() {} },
    events: { storiesChanged() {}, storyUpdated() {}, deliveriesChanged() {}, deskChanged() {} },
    sampleFolder: path.join(userData, 'Sample desk'),
    makeSampleDesk(folder) {
      const { member, privateKey } = createIdentity('Amina Okafor', ['writer', 'admin'])
      keyring.add(member.id, privateKey)
      return Promise.resolve(createDesk(folder, { name: 'Sample', member }))
    },
  })
  onTestFinished(() => station.closeDesk())
  return { ...station, userData }
}

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
