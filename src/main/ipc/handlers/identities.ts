import { dialog } from 'electron'
import { fingerprint, grouped } from '../../../shared/identity/fingerprint'
import { DeskError } from '../../../shared/result'
import type { Member } from '../../../shared/workflow/member'
import { admitMember } from '../../desk/admit-member'
import { changeMember } from '../../desk/change-member'
import { carryIdentity, openCarried, publicIdentity, readCarried, readPublic, writePublic } from '../../desk/carried-identity'
import { revokeKey } from '../../desk/revoke-key'
import type { DeskSession } from '../../session/desk-session'
import type { Workstation } from '../../workstation'
import type { ChosenPaths } from '../chosen-paths'
import type { Handlers } from '../router'

type IdentityCalls = Pick<
  Handlers,
  | 'identity.protection'
  | 'identity.unlock'
  | 'identity.lock'
  | 'identity.setPassphrase'
  | 'identity.removePassphrase'
  | 'identity.export'
  | 'identity.choose'
  | 'identity.import'
  | 'member.savePublic'
  | 'member.choosePublic'
  | 'member.admit'
  | 'member.change'
  | 'member.revoke'
>

/** Calls about keys: those of this computer, and those of the desk's members. */
export function identityHandlers(station: Workstation, chosen: ChosenPaths): IdentityCalls {
  const { keyring } = station
  return {
    'identity.protection': () => keyring.protection(),
    async 'identity.unlock'({ passphrase }) {
      await keyring.unlock(passphrase)
      // What was published while nobody could sign is signed now.
      if (station.session() !== undefined) station.outbox().resume()
      return keyring.protection()
    },
    'identity.lock'() {
      keyring.lock()
      return keyring.protection()
    },
    async 'identity.setPassphrase'({ current, next }) {
      await keyring.setPassphrase(current, next)
      return keyring.protection()
    },
    async 'identity.removePassphrase'({ current }) {
      await keyring.removePassphrase(current)
      return keyring.protection()
    },
    async 'identity.export'({ id, passphrase }) {
      const member = memberOf(station.need(), id)
      // Asked first: a passphrase that is needed for that is asked for before a file is chosen.
      const privateKey = keyring.take(id)
      const { filePath } = await dialog.showSaveDialog({ title: 'Export identity', buttonLabel: 'Export', defaultPath: `${fileName(member.name)}.copydesk-identity`, filters: [{ name: 'Copydesk identity', extensions: ['copydesk-identity'] }] })
      if (!filePath) return null
      await carryIdentity(filePath, member, privateKey, passphrase)
      return filePath
    },
    async 'identity.choose'() {
      const file = chosen.grant(await openFile('Import an identity', 'copydesk-identity', 'Copydesk identity'))
      if (file === null) return null
      const { name, member } = await readCarried(file)
      return { file, name, member, fingerprint: grouped(member), here: keyring.has(member) }
    },
    async 'identity.import'({ file, passphrase }) {
      const carried = await readCarried(chosen.require(file))
      keyring.add(carried.member, await openCarried(carried, passphrase))
      if (station.session() !== undefined) station.announce()
      return { name: carried.name, member: carried.member }
    },
    async 'member.savePublic'({ id }) {
      const member = memberOf(station.need(), id)
      const identity = publicIdentity(member, (bytes) => keyring.signBytes(id, bytes))
      const { filePath } = await dialog.showSaveDialog({ title: 'Save public identity', buttonLabel: 'Save', defaultPath: `${fileName(member.name)}.copydesk-member`, filters: [{ name: 'Public identity', extensions: ['copydesk-member'] }] })
      if (!filePath) return null
      await writePublic(filePath, identity)
      return filePath
    },
    async 'member.choosePublic'() {
      const { members } = needAdmin(station, 'add members').desk
      const file = await openFile('Add a member from their public identity', 'copydesk-member', 'Public identity')
      if (file === undefined) return null
      const { name, publicKey } = await readPublic(file)
      const known = members.find((member) => member.publicKey === publicKey)
      return { name, publicKey, fingerprint: fingerprint(publicKey), known: known?.name ?? null, revoked: known?.revoked !== undefined }
    },
    'member.admit'(newcomer) {
      const session = needAdmin(station, 'add members')
      admitMember(session.desk, newcomer)
      session.reload()
      return station.announce()
    },
    async 'member.change'({ id, name, roles }) {
      const session = needAdmin(station, 'change members')
      await changeMember(session.desk, session.keyring, { member: id, by: session.member().id, name, roles })
      session.reload()
      return station.announce()
    },
    async 'member.revoke'({ id, reason }) {
      const session = needAdmin(station, 'revoke keys')
      await revokeKey(session.desk, session.keyring, { member: id, by: session.member().id, reason })
      session.reload()
      return station.announce()
    },
  }
}

function needAdmin(station: Workstation, what: string): DeskSession {
  const session = station.need()
  if (!session.member().roles.includes('admin')) throw new DeskError('not-admin', `Only an admin can ${what}.`)
  return session
}

function memberOf({ desk }: DeskSession, id: string): Member {
  const member = desk.members.find((candidate) => candidate.id === id)
  if (member === undefined) throw new DeskError('no-member', 'This member is not on the desk.')
  return member
}

async function openFile(title: string, extension: string, name: string): Promise<string | undefined> {
  const answer = await dialog.showOpenDialog({ title, properties: ['openFile'], filters: [{ name, extensions: [extension] }, { name: 'All files', extensions: ['*'] }] })
  return answer.filePaths[0]
}

/** A name as a file's, on every system. */
const fileName = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim() || 'Member'
