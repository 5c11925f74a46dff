import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createDesk, openDesk } from '../../../src/main/desk/desk'
import { createIdentity, type Identity } from '../../../src/main/desk/identity'
import { openKeyring } from '../../../src/main/desk/keyring'
import { createStory, loadStory } from '../../../src/main/store/stories'
import { refreshStory } from '../../../src/main/store/story-index'
import { listStories } from '../../../src/main/store/story-lists'
import type { StoryId } from '../../../src/shared/story/ids'
import { grouped } from '../../../src/shared/identity/fingerprint'
import { kindOf, paragraph, temporaryFolder } from '../desk/people'
import { cut } from '../packet/forge'
import { copydesk } from './terminal'

const noKeychain = { available: false, seal: refuse, open: refuse }
function refuse(): never {
  throw new Error('There is no keychain')
}

interface Place {
  readonly folder: string
  readonly keyring: string
  readonly me: Identity
}

/** A desk and the key of its one member, as a cron job has them. */
function place(name: string, person: string): Place {
  const me = createIdentity(person, ['writer', 'reviewer', 'publisher', 'admin'])
  const folder = path.join(temporaryFolder(), 'desk')
  createDesk(folder, { name, member: me.member }).close()
  const keyring = path.join(temporaryFolder(), 'keyring.json')
  openKeyring(keyring, noKeychain).add(me.member.id, me.privateKey)
  return { folder, keyring, me }
}

function onDesk<T>({ folder }: Place, work: (desk: ReturnType<typeof openDesk>) => T): T {
  const desk = openDesk(folder)
  onTestFinished(() => desk.close())
  try {
    return work(desk)
  } finally {
    desk.close()
  }
}

test('a story goes to another desk and back by the command line alone', async () => {
  const [home, away, post] = [place('Harbour Cities Council', 'Amina Okafor'), place('Office of the Mayor', 'Tomás Ferreira'), temporaryFolder()]
  const story = onDesk(home, (desk): StoryId => {
    const id = createStory(desk.db, { kind: kindOf(desk), by: home.me.member.id, headline: 'Night ferries', fields: { summary: 'From June the ferries between the two banks run all night, says the council.' }, body: paragraph('They run all night.') })
    refreshStory(desk, id, loadStory(desk.db, id))
    return id
  })
  const at = (where: Place, ...args: string[]) => copydesk(post, ['packet', ...args, '--as', where.me.member.name, '--desk', where.folder])

  expect(await at(home, 'write', 'ferries.copydesk', '--story', 'night-ferries', '--to', 'Tomás Ferreira', '--note', 'Please check.', '--due', '2031-12-01', '--keyring', home.keyring)).toMatchObject({ code: 0, out: path.join(post, 'ferries.copydesk') })
  const looked = await at(away, 'look', 'ferries.copydesk')
  expect(looked.code).toBe(0)
  expect(looked.out).toContain('For review: Night ferries\nFrom Amina Okafor, Harbour Cities Council')
  expect(looked.out).toContain(`Key  ${grouped(home.me.member.id)} (not trusted on this desk)\nDue  2031-12-01`)

  expect(await at(away, 'open', 'ferries.copydesk')).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`--trust '${grouped(home.me.member.id)}'`) })
  expect(await at(away, 'open', 'ferries.copydesk', '--trust', '0000 0000')).toMatchObject({ code: 1, err: expect.stringContaining('another key') })
  expect(await at(away, 'open', 'ferries.copydesk', '--trust', grouped(home.me.member.id))).toMatchObject({ code: 0, out: story })
  const rows = onDesk(away, (desk) => listStories(desk.db, { view: 'forMyReview', search: '', kind: null, offset: 0, limit: 10, member: away.me.member.id }).rows)
  expect(rows).toMatchObject([{ id: story, headline: 'Night ferries' }])

  expect(await at(away, 'reply', 'answer.copydesk', '--story', story, '--keyring', away.keyring)).toMatchObject({ code: 0 })
  expect(await at(home, 'open', 'answer.copydesk', '--trust', grouped(away.me.member.id), '--role', 'reviewer')).toMatchObject({ code: 0, out: story })
  expect(onDesk(home, (desk) => desk.members.map(({ name, roles }) => [name, roles]))).toContainEqual(['Tomás Ferreira', ['reviewer']])
})

test('a packet that is refused, or a command that is not understood, says why', async () => {
  const [home, post] = [place('Harbour Cities Council', 'Amina Okafor'), temporaryFolder()]
  writeFileSync(path.join(post, 'letter.copydesk'), 'Dear Amina')
  const at = (...args: string[]) => copydesk(post, ['packet', ...args, '--as', 'Amina Okafor', '--desk', home.folder])
  expect(await at('look', 'letter.copydesk')).toMatchObject({ code: 1, err: expect.stringContaining('no packet of Copydesk') })
  expect(await at('open', cut(path.join(post, 'letter.copydesk'), 0.5))).toMatchObject({ code: 1 })
  expect(await at('read', 'letter.copydesk')).toMatchObject({ code: 2, err: expect.stringContaining('look, open, write or reply') })
  expect(await at('look')).toMatchObject({ code: 2 })
  expect(await at('write', 'x.copydesk', '--story', 'none', '--to', 'Tomás', '--keyring', home.keyring)).toMatchObject({ code: 2, err: expect.stringContaining('‘none’') })
  expect(await at('write', 'x.copydesk', '--due', 'soon', '--story', 'none', '--to', 'Tomás', '--keyring', home.keyring)).toMatchObject({ code: 2 })
})
