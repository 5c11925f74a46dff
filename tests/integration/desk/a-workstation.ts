import path from 'node:path'
import { onTestFinished } from 'vitest'
import { picturesHere } from '../../../src/main/assets/pictures'
import { createDesk } from '../../../src/main/desk/desk'
import { createIdentity } from '../../../src/main/desk/identity'
import { openKeyring } from '../../../src/main/desk/keyring'
import { openPreferences } from '../../../src/main/preferences'
import { openSecrets } from '../../../src/main/publish/secrets'
import { createWorkstation, type Workstation, type WorkstationParts } from '../../../src/main/workstation'
import { temporaryFolder } from './people'

const noKeychain = { available: false, seal: refuse, open: refuse }
function refuse(): never {
  throw new Error('There is no keychain')
}

/** The app beside its window, on a computer without a keychain. */
export function workstation(userData = temporaryFolder(), more: Partial<WorkstationParts> = {}): Workstation & { readonly userData: string } {
  const keyring = openKeyring(path.join(userData, 'keyring.json'), noKeychain)
  const station = createWorkstation({
    preferences: openPreferences(userData),
    seal: noKeychain,
    keyring,
    secrets: openSecrets(path.join(userData, 'secrets.json'), noKeychain),
    jobs: { run: () => Promise.reject(new Error('No jobs here')), runHere: () => Promise.reject(new Error('No jobs here')), cancel() {}, endAll: () => Promise.resolve() },
    pictures: picturesHere,
    events: { storiesChanged() {}, storyUpdated() {}, deliveriesChanged() {}, assetsChanged() {}, deskChanged() {} },
    sampleFolder: path.join(userData, 'Sample desk'),
    makeSampleDesk(folder) {
      const { member, privateKey } = createIdentity('Amina Okafor', ['writer', 'admin'])
      keyring.add(member.id, privateKey)
      return Promise.resolve(createDesk(folder, { name: 'Sample', member }))
    },
    ...more,
  })
  onTestFinished(() => station.closeDesk())
  return { ...station, userData }
}
