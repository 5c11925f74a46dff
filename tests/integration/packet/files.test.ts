import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { deriveStory } from '../../../src/main/desk/derive-story'
import { openDesk } from '../../../src/main/desk/desk'
import { forgetArriving, takePacket } from '../../../src/main/packet/take-packet'
import { writePacket } from '../../../src/main/packet/write-packet'
import { actOn } from '../../../src/main/session/act'
import { composeReview } from '../../../src/main/session/packets'
import { addAsset, describeAsset } from '../../../src/main/store/assets'
import { packetsOf } from '../../../src/main/store/packets'
import { loadStory } from '../../../src/main/store/stories'
import { staleStories } from '../../../src/main/store/story-index'
import type { AssetHash, StoryId } from '../../../src/shared/story/ids'
import { storyBody, storyFields } from '../../../src/shared/story/story-doc'
import { png } from '../../drive/files'
import { temporaryFolder } from '../desk/people'
import { partsOf } from './forge'
import { answer, approve, contentOf, harbour, look, mayorsOffice, office, open, send, writeStory, type Office } from './two-desks'

let home: Office
let away: Office
let story: StoryId
beforeEach(() => {
  ;[home, away] = [harbour(), mayorsOffice()]
  story = writeStory(home)
})

const put = async ({ desk }: Office, name: string, bytes: Uint8Array = png('harbour.png').bytes): Promise<AssetHash> => (await addAsset(desk, { name, bytes })).hash
const lead = ({ session }: Office, hash: AssetHash): void => session.changeStory(story, (doc) => storyFields(doc).set('heroImage', { asset: hash, alt: 'The harbour', decorative: false, caption: '', credit: '' }))
const current = ({ session }: Office): string => session.derived(story).currentRevision
const namesIn = ({ session }: Office): string[] => session.derived(story).current.assets.map(({ name }) => name)
const brought = async (file: string): Promise<string[]> => [...(await partsOf(file)).keys()].filter((name) => name.startsWith('assets/'))

describe('a file that each desk has under a name of its own', () => {
  test('is no edit: the version is the same on both, before and after it was approved', async () => {
    lead(home, await put(home, 'harbour.png'))
    const hash = await put(away, 'IMG_0001.png')
    await open(away, await send(home, story))
    expect(describeAsset(away.desk.db, hash)?.name).toBe('IMG_0001.png')
    expect(namesIn(away)).toEqual(['harbour.png'])
    expect(current(away)).toBe(current(home))
    approve(away, story)
    expect(away.session.row(story)).toMatchObject({ state: 'approved', changedSinceApproval: false })
    await open(home, await answer(away, story))
    expect(home.session.row(story)).toMatchObject({ state: 'approved', changedSinceApproval: false })
    expect(current(away)).toBe(current(home))
  })
  test('goes by the name that its home had for it, also when it came after the submission', async () => {
    await put(away, 'IMG_0001.png')
    const first = await send(home, story)
    lead(home, await put(home, 'harbour.png'))
    const second = await send(home, story, { submit: false })
    const late = mayorsOffice()
    await put(late, 'scan 7.png')
    for (const packet of [first, second]) await open(away, packet)
    for (const packet of [second, first]) await open(late, packet)
    expect([current(away), current(late)]).toEqual([current(home), current(home)])
  })
  test('goes by the name of whoever submitted it, also at home', async () => {
    await open(away, await send(home, story, { to: { name: 'Tomás Ferreira', roles: ['writer', 'reviewer'] } }))
    approve(away, story)
    lead(away, await put(away, 'IMG_0001.png'))
    const hash = await put(home, 'harbour.png')
    actOn(away.session, story, { type: 'submit', note: 'With a picture.', reviewers: [], due: null })
    const submitted = current(away)
    await open(home, await answer(away, story), { roles: ['writer', 'reviewer'] })
    expect(home.session.derived(story).workflow.submitted?.revision).toBe(submitted)
    expect(current(home)).toBe(submitted)
    expect(describeAsset(home.desk.db, hash)?.name).toBe('harbour.png')
    // A story of this desk alone goes by the desk's own name.
    const other = writeStory(home, 'Another')
    home.session.changeStory(other, (doc) => storyFields(doc).set('heroImage', { asset: hash, alt: 'The harbour', decorative: false, caption: '', credit: '' }))
    expect(home.session.derived(other).current.assets.map(({ name }) => name)).toEqual(['harbour.png'])
  })
  test('goes by it as well on a desk that took it in before names were kept', async () => {
    lead(home, await put(home, 'harbour.png'))
    await put(away, 'IMG_0001.png')
    await open(away, await send(home, story))
    approve(away, story)
    const { db, path: folder } = away.desk
    // As a desk of format 12 has it.
    db.exec('DROP TABLE story_file_names; DROP TABLE files_elsewhere; DROP TABLE arriving_files; PRAGMA user_version = 12')
    away.desk.close()
    const desk = openDesk(folder)
    onTestFinished(() => desk.close())
    const { currentRevision, row } = deriveStory(desk, story, loadStory(desk.db, story))
    expect(currentRevision).toBe(current(home))
    expect(row).toMatchObject({ state: 'approved', changedSinceApproval: false })
    expect(staleStories(desk.db)).toEqual([story])
  })
})

describe('a file that the other desk has', () => {
  let hash: AssetHash
  const tomas = () => ({ member: away.me.member.id })
  beforeEach(async () => {
    hash = await put(home, 'harbour.png')
    lead(home, hash)
    await open(away, await send(home, story))
    approve(away, story)
    await open(home, await answer(away, story))
  })

  test('is left out of the next packet, which comes to the same in any order and any number of times', async () => {
    const lean = await send(home, story, { to: tomas() })
    const whole = await send(home, story, { to: tomas(), submit: false, allFiles: true })
    expect([await brought(lean), await brought(whole)]).toEqual([[], [`assets/${hash}`]])
    expect(await look(away, lean)).toMatchObject({ files: 1, filesHere: 1 })
    for (const packet of [whole, lean, whole, lean]) await open(away, packet, null)
    expect(current(away)).toBe(current(home))
    expect(away.session.derived(story).workflow).toEqual(home.session.derived(story).workflow)
    const before = contentOf(away.desk)
    for (const packet of [lean, whole]) await open(away, packet, null)
    expect(contentOf(away.desk)).toEqual(before)
  })
  test('is sent to somebody else, who has said nothing of it', async () => {
    expect(await brought(await send(home, story, { to: { name: 'Ines', roles: ['reviewer'] } }))).toEqual([`assets/${hash}`])
  })
  test('is asked for when it is not there after all, and nothing is changed', async () => {
    const lean = await send(home, story, { to: tomas() })
    const restored = office('Office of the Mayor', 'Tomás Ferreira')
    const before = contentOf(restored.desk)
    await expect(look(restored, lean)).rejects.toMatchObject({ failure: { code: 'packet-file-missing', message: 'This packet leaves out a file (‘harbour.png’) that Amina Okafor takes to be on this desk, and that is not so. Nothing of it was opened; ask Amina Okafor for a packet with all files.' } })
    await expect(open(restored, lean)).rejects.toMatchObject({ failure: { code: 'packet-file-missing' } })
    expect(contentOf(restored.desk)).toEqual(before)
    await open(restored, await send(home, story, { to: tomas(), submit: false, allFiles: true }))
    expect(current(restored)).toBe(current(home))
  })
  test('is sent again to somebody who has begun to answer from a second desk', async () => {
    const laptop = office('Mayor’s laptop', 'Tomás Ferreira', undefined, away.me)
    const other = writeStory(home, 'A story without pictures')
    await open(laptop, await send(home, other, { to: tomas() }))
    expect(await brought(await send(home, story, { to: tomas() }))).toEqual([])
    await open(home, await answer(laptop, other), null)
    const packet = await send(home, story, { to: tomas(), submit: false })
    expect(await brought(packet)).toEqual([`assets/${hash}`])
    await open(laptop, packet, null)
    expect(current(laptop)).toBe(current(home))
    // An answer that names it says that it is there as well.
    await open(home, await answer(laptop, story), null)
    expect(await brought(await send(home, story, { to: tomas(), submit: false }))).toEqual([])
  })
})

describe('a packet with 150 MB of files', () => {
  const big = ['one.pdf', 'two.pdf', 'three.pdf'].map((name) => ({ name, bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(50 * 1024 * 1024 - 100)]) }))
  const attach = async (): Promise<void> => {
    const hashes = await Promise.all(big.map(({ name, bytes }) => put(home, name, bytes)))
    home.session.changeStory(story, (doc) => {
      for (const hash of hashes) {
        const attachment = new Y.XmlElement('attachment')
        storyBody(doc).push([attachment])
        for (const [name, value] of [['asset', hash], ['name', 'Report.pdf'], ['label', 'The report']] as const) attachment.setAttribute(name, value)
      }
    })
    expect(home.session.derived(story).current.assets).toHaveLength(3)
  }
  const request = { to: { name: 'Tomás Ferreira', roles: ['reviewer' as const] }, note: '', due: null, submit: true, allFiles: false }

  test('is cancelled while it is written: no file, no part of one, and the story is not submitted', async () => {
    await attach()
    const before = contentOf(home.desk)
    const folder = temporaryFolder()
    const file = path.join(folder, 'large.copydesk')
    writeFileSync(file, 'What was there before')
    const { parts, files } = await composeReview(home.session, { story, ...request })
    for (const label of ['Checking the files', 'Writing the packet']) {
      const control = new AbortController()
      const said: number[] = []
      const writing = writePacket(home.desk, { file, parts, files, signal: control.signal, report: (progress) => progress.label.startsWith(label) && said.push(progress.done) > 3 && control.abort() })
      await expect(writing).rejects.toMatchObject({ failure: { code: 'cancelled' } })
      expect(Math.max(...said)).toBeLessThan(150)
      expect(readdirSync(folder)).toEqual(['large.copydesk'])
      expect(readFileSync(file, 'utf8')).toBe('What was there before')
    }
    expect(contentOf(home.desk)).toEqual(before)
    expect(home.session.derived(story).workflow.state).toBe('draft')
    expect(packetsOf(home.desk.db, story)).toEqual([])
  })

  test('is cancelled while it is read and while it is taken in, or its process ends: the desk is as it was', async () => {
    await attach()
    const file = await send(home, story)
    expect(statSync(file).size).toBeGreaterThan(149 * 1024 * 1024)
    const before = contentOf(away.desk)
    const by = away.me.member.id
    for (const [label, until] of [['Checking the packet', 20], ['Taking in the files', 60]] as const) {
      const control = new AbortController()
      const said: number[] = []
      const taking = takePacket(away.desk, { file, by, trusted: true, signal: control.signal, report: ({ label: what, done }) => what.startsWith(label) && said.push(done) > 0 && done >= until && control.abort() })
      await expect(taking).rejects.toMatchObject({ failure: { code: 'cancelled', message: 'The packet was not opened. Nothing on the desk was changed.' } })
      expect(Math.max(...said)).toBeLessThan(150)
      expect(contentOf(away.desk)).toEqual(before)
    }
    // All files are there, and whoever asked for them is not any more.
    const taken = await takePacket(away.desk, { file, by, trusted: true })
    expect(taken.manifest.files.every(({ hash }) => describeAsset(away.desk.db, hash) !== undefined)).toBe(true)
    forgetArriving(away.desk)
    expect(contentOf(away.desk)).toEqual(before)
  })
})
