import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { auditRecord } from '../../../src/main/audit/audit-record'
import { openDesk } from '../../../src/main/desk/desk'
import { createIdentity, signEvent } from '../../../src/main/desk/identity'
import { keysInMemory } from '../../../src/main/desk/no-keyring'
import { revokeKey } from '../../../src/main/desk/revoke-key'
import { workflowOf } from '../../../src/main/desk/story-workflow'
import { addAsset } from '../../../src/main/store/assets'
import { createStory, loadStory } from '../../../src/main/store/stories'
import { fingerprint } from '../../../src/shared/identity/fingerprint'
import { readProof, sealPage } from '../../../src/shared/markdown/presets/page-proof'
import { PresetName } from '../../../src/shared/presets'
import { canonicalText } from '../../../src/shared/story/canonical'
import { storyLinkAddress } from '../../../src/shared/document/story-link'
import type { StoryId } from '../../../src/shared/story/ids'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { storyFields } from '../../../src/shared/story/story-doc'
import { WorkflowEvent } from '../../../src/shared/workflow/event'
import { filesIn } from '../export/folder'
import { png } from '../store/files'
import { act, approve, deskOfTwo, edit, kindOf, writeOn, writeStory, type TestDesk } from '../desk/people'
import { copydesk } from './terminal'

interface Exported extends TestDesk {
  readonly story: StoryId
  readonly site: string
  /** The exported page. */
  readonly page: string
}

/** A desk with an approved story that has a picture, exported for a site generator; the desk itself is closed. */
async function exported(preset: PresetName = 'hugo', note = ''): Promise<Exported> {
  const made = deskOfTwo()
  const asset = await addAsset(made.desk, { name: 'quay.png', bytes: png(8, 6) })
  const story = writeStory(made)
  edit(made, story, (doc) => storyFields(doc).set('heroImage', { asset: asset.hash, alt: 'The old quay', decorative: false, caption: '', credit: '' }))
  act(made, story, made.amina, { type: 'submit', note: '', reviewers: [], due: null })
  act(made, story, made.tomas, { type: 'approve', revision: workflowOf(made.desk, story, loadStory(made.desk.db, story)).submitted!.revision, note })
  const site = path.join(path.dirname(made.folder), 'site')
  made.desk.close()
  expect((await copydesk(made.folder, ['export', '--preset', preset, '--to', site])).code).toBe(0)
  const page = Object.keys(filesIn(site)).find((name) => name.endsWith('.md')) ?? ''
  return { ...made, story, site, page: path.join(site, page) }
}

/** Changes the exported page, and gives it a right digest, as somebody would who knows how it is made. */
function forge({ page }: Exported, change: (text: string) => string): void {
  const text = readFileSync(page, 'utf8')
  const changed = sealPage(change(text))
  expect(changed).not.toBe(text)
  writeFileSync(page, changed)
}

const verify = ({ folder, page }: Exported) => copydesk(folder, ['verify', page])
/** In a folder that is no desk. */
const verifyAlone = ({ page }: Exported) => copydesk(path.dirname(page), ['verify', page])

test.each(PresetName.options)('what was exported for %s is proved to be what was approved, by its desk', async (preset) => {
  const made = await exported(preset)

  const { code, out } = await verify(made)

  expect(code).toBe(0)
  expect(out).toContain('✓ Tomás Ferreira approved this version on')
  expect(out).toContain('✓ Written anew from that version for the same site generator, the page is the same to the byte.')
  expect(out).toContain('✓ The file that the page uses is the approved one.')
  expect(out).toMatch(/It is what was approved\.$/)
  expect(out).not.toMatch(/^[✗?]/m)
})

test('without the desk the signature is checked, and what it does not prove is said', async () => {
  const made = await exported()

  const { code, out } = await verifyAlone(made)

  expect(code).toBe(0)
  expect(out).toContain(`with the key of Tomás Ferreira (fingerprint ${fingerprint(made.tomas.member.publicKey)}), and the signature is right`)
  expect(out).toContain('? Without the desk it can’t be proved that these words are those of the version that was signed.')
  expect(out).toMatch(/Nothing is wrong with it, as far as it could be checked\.$/)
})

test('a remark stays on the desk, and with it what its signature could be checked by; the desk proves it all the same', async () => {
  const made = await exported('hugo', 'Fine, but mind the second paragraph.')
  expect(readFileSync(made.page, 'utf8')).not.toContain('second paragraph')

  const alone = await verifyAlone(made)
  expect(alone.code).toBe(0)
  expect(alone.out).toContain('holds a remark, which stays on the desk')

  const withDesk = await verify(made)
  expect(withDesk.code).toBe(0)
  expect(withDesk.out).toMatch(/It is what was approved\.$/)
})

test('an edited file is told, with the line, whether or not its digest was made anew', async () => {
  const made = await exported()
  writeFileSync(made.page, readFileSync(made.page, 'utf8').replace('nine port cities signed', 'ten port cities signed'))
  for (const { code, out } of [await verifyAlone(made), await verify(made)]) {
    expect(code).toBe(1)
    expect(out).toContain('✗ The file was changed since Copydesk wrote it')
  }

  forge(made, (text) => `${text}\n`)
  const { code, out } = await verify(made)
  expect(code).toBe(1)
  expect(out).toMatch(/✗ The page is not what was approved\. Line \d+ is ‘Mayors of ten port cities signed .*’; what was approved has ‘Mayors of nine port cities signed/)
  // By itself such a page says nothing wrong; that it proves little is said.
  expect((await verifyAlone(made)).out).toContain('? Without the desk it can’t be proved')
})

test('edited front matter is told: another title, another approver', async () => {
  const title = await exported()
  forge(title, (text) => text.replace('title: Nine ports', 'title: Ten ports'))
  expect((await verify(title)).out).toMatch(/✗ The page is not what was approved\. Line \d+ is ‘title: Ten ports/)

  const approver = await exported()
  forge(approver, (text) => text.replace('Tomás Ferreira', 'The Mayor'))
  const { code, out } = await verify(approver)
  expect(code).toBe(1)
  expect(out).toContain('✗ The page calls whoever approved The Mayor; on the desk this member is Tomás Ferreira.')
})

test('a forged approval is told, by the page alone and by the desk', async () => {
  const made = await exported()
  const stranger = createIdentity('Tomás Ferreira', ['reviewer'])
  const proof = readProof(readFileSync(made.page, 'utf8'))
  const [approval] = proof?.approvals ?? []
  const event = WorkflowEvent.parse(JSON.parse(approval?.event ?? ''))

  // A signature by another key, under the real one’s name.
  forge(made, (text) => text.replace(approval?.signature ?? '', signEvent(event, stranger.privateKey).signature))
  for (const { code, out } of [await verifyAlone(made), await verify(made)]) {
    expect(code).toBe(1)
    expect(out).toContain('✗ The signature of Tomás Ferreira under the approval is not right.')
  }

  // All of it by another key that calls itself the same: the page alone can only show its fingerprint; the desk knows better.
  const { signature } = signEvent({ ...event, by: stranger.member.id }, stranger.privateKey)
  const forged = canonicalText({ ...event, by: stranger.member.id })
  forge(made, (text) => text.replace(/signature: \S+/, `signature: ${signature}`).replace(/event: '.*'/, `event: '${forged}'`).replace(/key: \S+/, `key: ${stranger.member.publicKey}`).replace(/member: .*/, `member: ${stranger.member.id}`))
  expect((await verifyAlone(made)).out).toContain(`(fingerprint ${fingerprint(stranger.member.publicKey)})`)
  const withDesk = await verify(made)
  expect(withDesk.code).toBe(1)
  expect(withDesk.out).toContain('✗ The approval that the page names Tomás Ferreira for is not in the story’s log, or did not count.')
})

test('an approval of another version does not serve', async () => {
  const made = await exported()
  const { revision } = readProof(readFileSync(made.page, 'utf8')) ?? {}
  forge(made, (text) => text.replace(`revision: ${revision ?? ''}`, `revision: ${'a'.repeat(64)}`))
  for (const { code, out } of [await verifyAlone(made), await verify(made)]) {
    expect(code).toBe(1)
    expect(out).toMatch(/✗ What Tomás Ferreira signed is not an approval of the version that the page says it is/)
  }
})

test('another picture under the same name is told, and so is a page away from its site', async () => {
  const made = await exported()
  writeFileSync(path.join(path.dirname(made.page), 'quay.png'), png(9, 9))
  const { code, out } = await verify(made)
  expect(code).toBe(1)
  expect(out).toMatch(/✗ ‘content\/.*quay\.png’ is missing, or is not the file that was approved/)

  const elsewhere = path.join(path.dirname(made.folder), 'page.md')
  copyFileSync(made.page, elsewhere)
  expect((await copydesk(made.folder, ['verify', elsewhere])).out).toContain('? The page is not where its site has it')
})

test('other ends of lines are told as such', async () => {
  const made = await exported()
  writeFileSync(made.page, readFileSync(made.page, 'utf8').replaceAll('\n', '\r\n'))
  const { code, out } = await verify(made)
  expect(code).toBe(1)
  expect(out).toContain('something changed the ends of the lines (CRLF)')
})

test('links to other stories are proved by where those stories are, and not by what the page says', async () => {
  const made = deskOfTwo()
  const other = writeStory(made, 'Where newcomers arrive')
  const linked: DocumentNode = { type: 'text', text: 'where they arrive', marks: [{ type: 'link', attrs: { href: storyLinkAddress({ story: other, heading: null }) } }] }
  const story = createStory(made.desk.db, { kind: kindOf(made.desk), by: made.amina.member.id, headline: 'Where they go', body: { type: 'doc', content: [{ type: 'paragraph', content: [linked] }] } })
  for (const id of [other, story]) approve(made, id)
  const site = path.join(path.dirname(made.folder), 'site')
  made.desk.close()
  expect((await copydesk(made.folder, ['export', '--preset', 'hugo', '--to', site])).code).toBe(0)
  const pages = Object.keys(filesIn(site)).filter((name) => name.endsWith('.md')).map((name) => path.join(site, name))
  const { code, out } = await copydesk(made.folder, ['verify', ...pages])
  expect(out.match(/the same to the byte/g)).toHaveLength(2)
  expect(code).toBe(0)

  const page = pages.find((file) => readFileSync(file, 'utf8').includes('[where they arrive](/')) ?? ''
  const [address = ''] = /\/announcements\/where-newcomers-arrive\//.exec(readFileSync(page, 'utf8')) ?? []
  expect(address).not.toBe('')
  forge({ ...made, story, site, page }, (text) => text.replaceAll(address, 'https://elsewhere.example/'))
  const forged = await copydesk(made.folder, ['verify', page])
  expect(forged.code).toBe(1)
  expect(forged.out).toContain('✗ The page is not what was approved')
})

test('a page of a version that was replaced since, or of another desk, says so', async () => {
  const made = await exported()
  const desk = openDesk(made.folder)
  const again = { ...made, desk }
  edit(again, made.story, writeOn('Corrected. '))
  approve(again, made.story)
  desk.close()
  const { code, out } = await verify(made)
  expect(code).toBe(0)
  expect(out).toContain('? A newer version has been approved since')
  expect(out).toContain('✓ Written anew from that version')

  const other = deskOfTwo()
  other.desk.close()
  const elsewhere = await copydesk(other.folder, ['verify', made.page])
  expect(elsewhere.code).toBe(1)
  expect(elsewhere.out).toContain('does not have the story that the page says it is')
})

test('a file that Copydesk did not write is no page of it', async () => {
  const made = await exported()
  const file = path.join(made.folder, 'notes.md')
  writeFileSync(file, '---\ntitle: Notes\ncopydesk: yes\n---\n\nBuy string.\n')
  const { code, err } = await copydesk(made.folder, ['verify', 'notes.md'])
  expect(code).toBe(1)
  expect(err).toContain('neither a page that Copydesk exported nor the audit of a story')
})

test('a story is proved from the desk’s file: who approved which version, by which rule, and which keys were revoked', async () => {
  const made = deskOfTwo()
  const story = writeStory(made)
  approve(made, story)
  await revokeKey(made.desk, keysInMemory(new Map([[made.amina.member.id, made.amina.privateKey]])), { member: made.tomas.member.id, by: made.amina.member.id, reason: 'The laptop was stolen.' })
  made.desk.close()

  const { code, out } = await copydesk(made.folder, ['verify', '--story', story])

  expect(code).toBe(0)
  expect(out).toMatch(/✓ Version [0-9a-f]{64}\n {4}Its content hashes to that name\.\n {4}Tomás Ferreira approved this version \(2 March 2026 at [\d:]+ UTC\)\.\n {4}The rules asked for 1 approval by a reviewer, and got 1\. Nobody approved what they had submitted\.\n {4}It is the version that may leave the desk\./)
  expect(out).toMatch(/The key of Tomás Ferreira \([0-9a-f ]+\): Revoked on .* by Amina Okafor: The laptop was stolen\. What this key had signed by then still counts \(1\); nothing else by it does\./)
})

test('the audit of a story as JSON proves itself, and tells when something in it was changed', async () => {
  const made = deskOfTwo()
  const story = writeStory(made)
  approve(made, story)
  const record = auditRecord(made.desk, story)
  const folder = path.join(path.dirname(made.folder), 'elsewhere')
  mkdirSync(folder)
  const check = async (content: object) => {
    writeFileSync(path.join(folder, 'audit.json'), JSON.stringify(content))
    return copydesk(folder, ['verify', 'audit.json'])
  }

  const whole = await check(record)
  expect(whole.code).toBe(0)
  expect(whole.out).toContain('By the rules of sign-off, these events make the story approved')

  const words = await check({ ...record, revisions: record.revisions.map((revision) => ({ ...revision, content: { ...revision.content, fields: { ...revision.content.fields, headline: 'Ten ports' } } })) })
  expect(words.code).toBe(1)
  expect(words.out).toMatch(/✗ The content of version [0-9a-f]{8} does not hash to its name/)

  const less = await check({ ...record, events: record.events.filter(({ event }) => event.type !== 'approve') })
  expect(less.code).toBe(1)
  expect(less.out).toContain('✗ By the rules of sign-off, these events make the story in review, and nothing of it is approved. The file claims something else')

  const forged = await check({ ...record, events: record.events.map(({ event, signature }) => ({ event: event.type === 'approve' ? { ...event, note: 'Perfect.' } : event, signature })) })
  expect(forged.code).toBe(1)
  expect(forged.out).toContain('✗ 1 event of 2 does not have the signature of a member')
  rmSync(folder, { recursive: true })
})
