import { dialog } from 'electron'
import { rmSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { PacketWritten } from '../../../shared/packet/packet-report'
import { DeskError } from '../../../shared/result'
import type { StoryId } from '../../../shared/story/ids'
import { storyText } from '../../../shared/story/story-doc'
import { openPacket } from '../../packet/open-packet'
import { packetFileName } from '../../packet/packet-file-name'
import { forgetArriving } from '../../packet/take-packet'
import { partOf } from '../../packet/write-zip'
import type { DeskSession } from '../../session/desk-session'
import { composeReply, composeReview, filesThere, noteSent, type PacketToSend } from '../../session/packets'
import { packetsOf } from '../../store/packets'
import { homeOf } from '../../store/story-homes'
import { endTrust, trustedKeys } from '../../store/trust'
import type { Workstation } from '../../workstation'
import type { ChosenPaths } from '../chosen-paths'
import type { Handlers } from '../router'

type PacketCalls = Pick<
  Handlers,
  | 'packet.choosePlace'
  | 'packet.choose'
  | 'packet.drop'
  | 'packet.waiting'
  | 'packet.look'
  | 'packet.open'
  | 'packet.send'
  | 'packet.filesThere'
  | 'packet.reply'
  | 'packet.list'
  | 'trust.list'
  | 'trust.end'
>

export interface PacketPlaces {
  /** Where packets that were dropped on the window are kept while they are looked at. */
  readonly dropped: string
  /** The first of the packets that the app was asked to open; each is given once. */
  readonly takeWaiting: () => string | undefined
}

const filters = [{ name: 'Copydesk packets', extensions: ['copydesk'] }]

/** Calls that send stories to other desks, and take in what comes from there. */
export function packetHandlers(station: Workstation, chosen: ChosenPaths, { dropped, takeWaiting }: PacketPlaces): PacketCalls {
  // What was dropped the last time has been opened, or never will be.
  rmSync(dropped, { recursive: true, force: true })
  const write = async (session: DeskSession, packet: PacketToSend, file: string, job: string): Promise<PacketWritten> => {
    const { manifest, parts, files } = packet
    const { size } = await station.jobs.run(job, { kind: 'packetWrite', desk: session.desk.path, file, parts: [...parts], files: [...files] }).catch(async (error: unknown) => {
      // A process that was ended could not tidy up after itself.
      await rm(partOf(file), { force: true })
      throw error
    })
    if (station.session() !== session) throw new DeskError('desk-closed', 'The desk was closed meanwhile. The packet is written, and the desk does not know of it; write it again.')
    noteSent(session, packet, file)
    session.events.storiesChanged([manifest.story.id])
    return { id: manifest.id, file, size, leftOut: manifest.files.length - files.length }
  }
  return {
    async 'packet.choosePlace'({ story }) {
      const answer = await dialog.showSaveDialog({ title: 'Where should the packet be written?', buttonLabel: 'Write here', defaultPath: suggestedName(station.need(), story), filters })
      return chosen.grant(answer.canceled ? undefined : answer.filePath)
    },
    async 'packet.choose'() {
      const answer = await dialog.showOpenDialog({ title: 'Open a packet', buttonLabel: 'Open', properties: ['openFile'], filters: [...filters, { name: 'All files', extensions: ['*'] }] })
      return chosen.grant(answer.filePaths[0])
    },
    async 'packet.drop'({ name, bytes }) {
      await rm(dropped, { recursive: true, force: true })
      await mkdir(dropped, { recursive: true, mode: 0o700 })
      const file = path.join(dropped, packetFileName(path.parse(name).name))
      await writeFileAtomic(file, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { mode: 0o600 })
      chosen.grant(file)
      return file
    },
    'packet.waiting': () => chosen.grant(takeWaiting()),
    'packet.look'({ file, job }) {
      const session = station.need()
      return station.jobs.run(job, { kind: 'packetLook', desk: session.desk.path, file: chosen.require(file), by: session.member().id })
    },
    async 'packet.open'({ file, answer, job }) {
      const session = station.need()
      try {
        const packet = await station.jobs.run(job, { kind: 'packetTake', desk: session.desk.path, file: chosen.require(file), by: session.member().id, trusted: answer !== null })
        if (station.session() !== session) throw new DeskError('desk-closed', 'The desk was closed meanwhile, so the packet was not opened. Open it again.')
        const outcome = openPacket(session, { packet, file, answer })
        settle(station, session, outcome.story)
        return outcome
      } catch (error) {
        // A desk that was closed is tidied when it is opened.
        if (station.session() === session) forgetArriving(session.desk)
        throw error
      }
    },
    async 'packet.send'({ story, file, to, note, due, submit, allFiles, job }) {
      const session = station.need()
      const place = chosen.require(file)
      return write(session, await composeReview(session, { story, to, note: note.trim(), due, submit, allFiles }), place, job)
    },
    'packet.filesThere': ({ story, to }) => filesThere(station.need(), story, to),
    async 'packet.reply'({ story, file, note, job }) {
      const session = station.need()
      const place = chosen.require(file)
      return write(session, await composeReply(session, story, note.trim()), place, job)
    },
    'packet.list': ({ story }) => packetsOf(station.need().desk.db, story),
    'trust.list': () => trustedKeys(station.need().desk.db),
    'trust.end'({ member, desk }) {
      const { db } = station.need().desk
      endTrust(db, member, desk, new Date().toISOString())
      return trustedKeys(db)
    },
  }
}

/** Whoever became a member counts everywhere from now on, and the lists show the story as it is now. */
function settle(station: Workstation, session: DeskSession, story: StoryId): void {
  session.reload()
  session.index.now(story)
  session.events.storiesChanged([story])
  station.preparing().start()
  station.announce()
}

function suggestedName({ desk, docs }: DeskSession, story: StoryId): string {
  const headline = storyText(docs.get(story), 'headline').toString()
  return packetFileName(homeOf(desk.db, story) === undefined ? headline : `${headline} – answer`)
}
