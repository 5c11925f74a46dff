import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import type { DeskInfo } from '../shared/ipc'
import { DeskError } from '../shared/result'
import type { AssetHash, MemberId } from '../shared/story/ids'
import { prepareBehind, type Preparing } from './assets/prepare-behind'
import type { Pictures } from './assets/pictures'
import { backUpBehind } from './desk/backup'
import { createDesk, openDesk, type Desk } from './desk/desk'
import { createIdentity } from './desk/identity'
import type { ComputerKeyring, Seal } from './desk/keyring'
import type { RunningJobs } from './jobs/running-jobs'
import { forgetArriving } from './packet/take-packet'
import type { PreferenceFile } from './preferences'
import type { Outbox } from './publish/outbox'
import type { Secrets } from './publish/secrets'
import { openSession, type DeskSession, type SessionEvents } from './session/desk-session'
import { openPublishing } from './session/publishing'

/** What the workstation is made of; the composition root gives it. */
export interface WorkstationParts {
  readonly preferences: PreferenceFile
  readonly seal: Seal
  readonly keyring: ComputerKeyring
  readonly secrets: Secrets
  readonly jobs: RunningJobs
  readonly pictures: Pictures
  readonly events: SessionEvents & { deskChanged(info: DeskInfo | null): void; assetsChanged(hashes: readonly AssetHash[]): void; deliveriesChanged: Parameters<typeof openPublishing>[2] }
  /** Makes the sample desk in a folder, its members' keys put on the keyring. */
  readonly makeSampleDesk: (folder: string) => Promise<Desk>
  readonly sampleFolder: string
}

/** The app beside its window: at most one open desk, and everything that works on it. */
export interface Workstation extends Pick<WorkstationParts, 'preferences' | 'seal' | 'keyring' | 'secrets' | 'jobs' | 'pictures'> {
  session(): DeskSession | undefined
  /** @throws DeskError when no desk is open. */
  need(): DeskSession
  /** The outbox of the open desk. @throws DeskError when no desk is open. */
  outbox(): Outbox
  /** What makes the small pictures of the open desk’s files. @throws DeskError when no desk is open. */
  preparing(): Preparing
  createDesk(folder: string, name: string, memberName: string): Promise<DeskSession>
  openDesk(folder: string): Promise<DeskSession>
  /** Opens the sample desk; the first time, makes it. */
  openSampleDesk(): Promise<DeskSession>
  closeDesk(): Promise<void>
  actAs(id: MemberId): void
  /** Tells the window what the desk is now. */
  announce(): DeskInfo
  /** Leaves words that the window shows when it starts. */
  notify(message: string): void
  takeNotice(): string | null
}

interface OpenDesk {
  readonly session: DeskSession
  readonly outbox: Outbox
  readonly preparing: Preparing
}

export function createWorkstation(parts: WorkstationParts): Workstation {
  const { preferences, keyring, events } = parts
  let open: OpenDesk | undefined
  let notice: string | null = null
  /** A desk that was closed gives its lock back only when its deliveries and jobs have come to rest. */
  let closing: Promise<void> = Promise.resolve()

  function need(): OpenDesk {
    if (open === undefined) throw new DeskError('no-desk-open', 'No desk is open. Open one, or make a new one.')
    return open
  }

  /** The new desk is opened before the old one is closed, so that a failure leaves the old one in use. */
  function show(desk: Desk): DeskSession {
    const before = open
    const session = sessionOn(desk)
    open = { session, outbox: openPublishing(session, parts.secrets, events.deliveriesChanged), preparing: prepareBehind(desk, parts.pictures, events.assetsChanged) }
    if (before) close(before)
    remember(desk)
    void backUpBehind(desk)
    open.outbox.resume()
    open.preparing.start()
    events.deskChanged(session.info())
    return session
  }

  function sessionOn(desk: Desk): DeskSession {
    try {
      // What a packet had brought when the app ended in its middle.
      forgetArriving(desk)
      return openSession(desk, keyring, preferences.read().lastMember[desk.path], events)
    } catch (error) {
      desk.close()
      throw error
    }
  }

  function close(before: OpenDesk): void {
    closing = closing.then(() => closeOpen(before, parts.jobs)).catch((error: unknown) => console.error('A desk could not be closed as it should', error))
  }

  function remember({ path: folder, name }: Desk): void {
    const others = preferences.read().recentDesks.filter((desk) => desk.path !== folder)
    preferences.change({ recentDesks: [{ path: folder, name }, ...others].slice(0, 8) })
  }

  function alreadyOpen(folder: string): DeskSession | undefined {
    return open !== undefined && placeOf(folder) === placeOf(open.session.desk.path) ? open.session : undefined
  }

  function announce(): DeskInfo {
    const info = need().session.info()
    events.deskChanged(info)
    return info
  }

  return {
    ...parts,
    session: () => open?.session,
    need: () => need().session,
    outbox: () => need().outbox,
    preparing: () => need().preparing,
    announce,
    async createDesk(folder, name, memberName) {
      await closing
      const { member, privateKey } = createIdentity(memberName, ['writer', 'reviewer', 'publisher', 'admin'])
      // The key first: a desk whose only member can't sign would be of no use to anybody.
      keyring.add(member.id, privateKey)
      return show(createDesk(folder, { name, member }))
    },
    async openDesk(folder) {
      await closing
      return alreadyOpen(folder) ?? show(openDesk(folder))
    },
    async openSampleDesk() {
      await closing
      const folder = parts.sampleFolder
      return alreadyOpen(folder) ?? show(await openOrMake(folder, parts.makeSampleDesk))
    },
    async closeDesk() {
      const before = open
      open = undefined
      if (before) close(before)
      await closing
      events.deskChanged(null)
    },
    actAs(id) {
      const { session } = need()
      session.actAs(id)
      preferences.change({ lastMember: { ...preferences.read().lastMember, [session.desk.path]: id } })
    },
    notify: (message) => void (notice = message),
    takeNotice() {
      const taken = notice
      notice = null
      return taken
    },
  }
}

/** The lock is given back last, when nothing works on the desk any more, and whatever went wrong before. */
async function closeOpen({ session, outbox, preparing }: OpenDesk, jobs: RunningJobs): Promise<void> {
  const ends = await Promise.allSettled([outbox.close(), jobs.endAll(session.desk.path), preparing.stop()])
  session.close()
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** Where a folder really is, whatever shortcut leads to it. */
function placeOf(folder: string): string {
  return existsSync(folder) ? realpathSync.native(folder) : path.resolve(folder)
}

async function openOrMake(folder: string, make: (folder: string) => Promise<Desk>): Promise<Desk> {
  try {
    return openDesk(folder)
  } catch (error) {
    if (error instanceof DeskError && error.failure.code === 'no-desk') return make(folder)
    throw error
  }
}
