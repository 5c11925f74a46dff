import { randomUUID } from 'node:crypto'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createIdentity, signBytes, signEvent, type Identity } from '../../../src/main/desk/identity'
import { revokeKey } from '../../../src/main/desk/revoke-key'
import { addComment, editComment, threadsOf } from '../../../src/main/session/comments'
import { addAsset } from '../../../src/main/store/assets'
import { canonicalBytes, sha256Hex } from '../../../src/shared/story/canonical'
import { Instant, RevisionId, StoryId, type EventId } from '../../../src/shared/story/ids'
import { revisionId } from '../../../src/shared/story/revision'
import { storyBody, storyFields, storyLog, storyMeta, storySuggestedFields, storyThreads } from '../../../src/shared/story/story-doc'
import { eventId, type SignedEvent, type WorkflowEvent } from '../../../src/shared/workflow/event'
import { png } from '../../drive/files'
import { temporaryFolder } from '../desk/people'
import { cut, manifestOf, partsOf, patch, seal, sign, write, type Parts } from './forge'
import { answer, approve, contentOf, harbour, look, mayorsOffice, open, send, writeStory, type Office } from './two-desks'

let home: Office
let away: Office
let story: StoryId
/** An answer that would be taken in. */
let parts: Parts
let reply: string

beforeEach(async () => {
  ;[home, away] = [harbour(), mayorsOffice()]
  story = writeStory(home)
  const picture = png('harbour.png')
  const { hash } = await addAsset(home.desk, { name: picture.name, bytes: picture.bytes })
  home.session.changeStory(story, (doc) => storyFields(doc).set('heroImage', { asset: hash, alt: 'The harbour', decorative: false, caption: '', credit: '' }))
  await open(away, await send(home, story))
  approve(away, story)
  reply = await answer(away, story)
  parts = await partsOf(reply)
})

/** The packet is refused with this sentence by who looks at it and by who opens it, and the desk is as it was to the byte. */
async function refused(at: Office, file: string, code: string, sentence: RegExp): Promise<void> {
  const before = contentOf(at.desk)
  await expect(look(at, file)).rejects.toMatchObject({ failure: { code, message: expect.stringMatching(sentence) } })
  await expect(open(at, file)).rejects.toMatchObject({ failure: { code } })
  expect(contentOf(at.desk)).toEqual(before)
}

/** The answer's story after somebody's edit, as an update with all of its history. */
function edited(change: (doc: Y.Doc) => void, from: Uint8Array = parts.get('story.yjs') ?? new Uint8Array()): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, from)
  doc.transact(() => change(doc))
  return Y.encodeStateAsUpdate(doc)
}

/** The answer with another story, properly named and signed by its sender. */
async function withStory(update: Uint8Array, change?: Parameters<typeof sign>[2]): Promise<string> {
  return write(sign(new Map([...parts, ['story.yjs', update]]), away.me, change))
}

const logOf = (update: Uint8Array): EventId[] => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return [...storyLog(doc).keys()].sort() as EventId[]
}

test('the answer that all of these are made from is taken in', async () => {
  await open(home, await write(parts))
  expect(home.session.derived(story).workflow.state).toBe('approved')
})

describe('the file', () => {
  test('that is none', async () => {
    const file = path.join(temporaryFolder(), 'letter.copydesk')
    writeFileSync(file, 'Dear Amina, here is my answer.')
    await refused(home, file, 'packet-unreadable', /no packet of Copydesk/)
  })
  test('that is not there', () => refused(home, path.join(temporaryFolder(), 'gone.copydesk'), 'packet-unreadable', /can’t be read/))
  test('that was cut short on its way', async () => {
    for (const share of [0.2, 0.6, 0.99]) await refused(home, cut(reply, share), 'packet-unreadable', /cut short/)
  })
  test('that is some other zip', async () => refused(home, await write([['letter.txt', Buffer.from('Dear Amina')]]), 'packet-contents', /‘letter.txt’/))
  test('with a part that leads out of it', async () => {
    const file = await write([...parts, ['xx/xxxxxx/evil.txt', Buffer.from('x')]])
    await refused(home, patch(file, 'xx/xxxxxx/evil.txt', '../../../etc/passwd'.slice(0, 18)), 'packet-outside', /outside of its folder/)
    await refused(home, patch(file, 'xx/xxxxxx/evil.txt', '/etc/xxxx/evil.txt'), 'packet-outside', /outside of its folder/)
    await refused(home, patch(file, 'xx/xxxxxx/evil.txt', 'C:\\xxxxxx\\evil.txt'), 'packet-outside', /outside of its folder/)
  })
  test('with two parts of one name', async () => {
    const file = await write([...parts, ['manifest.jsoX', Buffer.from('{}')]])
    await refused(home, patch(file, 'manifest.jsoX', 'manifest.json'), 'packet-twice', /two parts of the name ‘manifest.json’/)
  })
  test('with a part that its manifest does not name', async () => {
    const extra: [string, Uint8Array] = [`assets/${'a'.repeat(64)}`, Buffer.from('x')]
    await refused(home, await write([...parts, extra]), 'packet-contents', /does not name/)
  })
  test('with two parts of one name, whichever they are', async () => {
    const file = await write([...parts, ['story.yjX', Buffer.from('x')]])
    await refused(home, patch(file, 'story.yjX', 'story.yjs'), 'packet-twice', /two parts of the name ‘story.yjs’/)
  })
  test('with a name that has an end in its middle', async () => {
    const file = await write([...parts, ['review.htmlxpng', Buffer.from('x')]])
    await refused(home, patch(file, 'review.htmlxpng', 'review.html\0png'), 'packet-outside', /outside of its folder/)
  })
  test('with a link in the place of a part', async () => {
    await refused(home, await write(parts, { mode: ['review.html', 0o120777] }), 'packet-outside', /something else than a file in the place of one of its parts \(‘review.html’\)/)
  })
  test('with a part that is encrypted', async () => {
    const bytes = readFileSync(reply)
    for (const [sign, flags] of [['PK\x03\x04', 6], ['PK\x01\x02', 8]] as const) for (let at = bytes.indexOf(sign, 0, 'latin1'); at !== -1; at = bytes.indexOf(sign, at + 1, 'latin1')) bytes.writeUInt16LE(bytes.readUInt16LE(at + flags) | 1, at + flags)
    const locked = path.join(temporaryFolder(), 'locked.copydesk')
    writeFileSync(locked, bytes)
    await refused(home, locked, 'packet-unreadable', /no packet of Copydesk/)
  })
  test('with a page for browsers that could run something', async () => {
    const page = Buffer.from(parts.get('review.html') ?? '').toString()
    const live = ['<script>alert(1)</script>', page.replace('<meta charset="utf-8">', '<script>alert(1)</script><meta charset="utf-8">'), page.replace("default-src 'none'", 'default-src *'), page.replace('<!DOCTYPE html>', '<!DOCTYPE html><!-- -->')]
    for (const html of live) {
      expect(html).not.toBe(page)
      await refused(home, await write(sign(new Map([...parts, ['review.html', Buffer.from(html)]]), away.me)), 'packet-contents', /page for browsers in this packet is not one that Copydesk makes/)
    }
  })
  test('that lacks a part', async () => refused(home, await write([...parts].filter(([name]) => name !== 'story.yjs')), 'packet-contents', /lacks a part/))
})

describe('sizes', () => {
  test('a page that grows out of a few bytes', async () => {
    const bomb = sign(new Map([...parts, ['review.html', Buffer.alloc(20 * 1024 * 1024)]]), away.me)
    await refused(home, await write(bomb), 'packet-too-large', /made to fill a disk/)
  })
  test('a part over its limit', async () => {
    const large = sign(new Map([...parts, ['review.html', Buffer.alloc(65 * 1024 * 1024)]]), away.me)
    await refused(home, await write(large, { compress: false }), 'packet-too-large', /may have up to 64 MB/)
  })
  test('a file that is larger than any packet, or has more parts', async () => {
    const large = path.join(temporaryFolder(), 'large.copydesk')
    writeFileSync(large, '')
    truncateSync(large, 601 * 1024 * 1024)
    await refused(home, large, 'packet-too-large', /This file has 601 MB; a packet may have up to 600 MB/)
    const many = Array.from({ length: 5001 }, (_, count): [string, Uint8Array] => [`assets/${count.toString(16).padStart(64, '0')}`, new Uint8Array()])
    await refused(home, await write(many), 'packet-too-large', /has 5001 parts/)
  })
  test('a manifest that names more than a packet may have', async () => {
    const entries = Array.from({ length: 13 }, (_, count) => ({ name: `assets/${count.toString(16).padStart(64, '0')}`, size: 50 * 1024 * 1024, sha256: count.toString(16).padStart(64, '0') }))
    const named = new Map([...parts, ...entries.map(({ name }): [string, Uint8Array] => [name, new Uint8Array()])])
    await refused(home, await write(seal(named, { ...manifestOf(parts), entries: [...manifestOf(parts).entries, ...entries] }, away.me)), 'packet-too-large', /may have up to 600 MB/)
  })
  test('a list of parts that lies about their sizes', async () => {
    const bomb = await write(sign(new Map([...parts, ['review.html', Buffer.alloc(20 * 1024 * 1024)]]), away.me))
    const size = Buffer.alloc(4)
    size.writeUInt32LE(20 * 1024 * 1024)
    const bytes = readFileSync(bomb)
    for (let at = bytes.indexOf(size); at !== -1; at = bytes.indexOf(size, at + 1)) bytes.writeUInt32LE(1000, at)
    const lying = path.join(temporaryFolder(), 'lying.copydesk')
    writeFileSync(lying, bytes)
    await refused(home, lying, 'packet-unreadable', /no packet of Copydesk, or it was cut short/)
  })
})

describe('hashes and signatures', () => {
  test('a part that was changed on its way', async () => {
    await refused(home, await write(new Map([...parts, ['review.html', Buffer.from('<h1>Another page</h1>')]])), 'packet-changed', /‘review.html’.*not what its sender signed/)
    await refused(home, await write(new Map([...parts, ['story.yjs', edited((doc) => storyFields(doc).delete('heroImage'))]])), 'packet-changed', /‘story.yjs’/)
  })
  test('a manifest that somebody else has signed', async () => {
    const stranger = createIdentity('Somebody Else', ['admin'])
    await refused(home, await write(sign(parts, stranger)), 'packet-signature', /not that of Tomás Ferreira/)
    await refused(home, await write(new Map([...parts, ['manifest.sig', Buffer.from('AAAA')]])), 'packet-signature', /not that of Tomás Ferreira/)
  })
  test('a sender who goes by another’s id', async () => {
    const stranger = createIdentity('Somebody Else', ['admin'])
    const forged = sign(parts, stranger, (manifest) => ({ ...manifest, sender: { ...manifest.sender, publicKey: stranger.member.publicKey } }))
    await refused(home, await write(forged), 'packet-signature', /not the one that Tomás Ferreira goes by/)
  })
  test('a manifest that is not in the form that is signed', async () => {
    const loose = Buffer.from(JSON.stringify(manifestOf(parts), null, 1))
    await refused(home, await write(new Map([...parts, ['manifest.json', loose]])), 'packet-manifest', /list of contents can’t be read/)
    await refused(home, await write(new Map([...parts, ['manifest.json', Buffer.from('{')]])), 'packet-manifest', /list of contents can’t be read/)
  })
  test('a manifest that is nested without end', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const text = Buffer.from(parts.get('manifest.json') ?? '').toString()
    for (const nested of [deep, text.replace('"format"', `"a":${deep},"format"`)]) {
      const bytes = Buffer.from(nested)
      const signed = new Map([...parts, ['manifest.json', bytes], ['manifest.sig', Buffer.from(signBytes(bytes, away.me.privateKey))]] as const)
      await refused(home, await write(signed), 'packet-manifest', /list of contents can’t be read/)
    }
  })
  test('a version that is nested without end', async () => {
    const name = [...parts.keys()].find((key) => key.startsWith('revisions/')) ?? ''
    const text = Buffer.from(parts.get(name) ?? '').toString()
    for (const nested of [`"attrs":{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, `"content":${'[{"type":"blockquote","content":'.repeat(50_000)}[]${'}]'.repeat(50_000)}`]) {
      await refused(home, await write(sign(new Map([...parts, [name, Buffer.from(text.replace('"type":"doc"', `${nested},"type":"doc"`))]] as const), away.me), { compress: false }), 'packet-revision', /not what its name says/)
    }
  })
  test('a file whose name is more than a name', async () => {
    const packet = await partsOf(await send(home, story, { submit: false, to: { name: 'Ines', roles: ['reviewer'] } }))
    for (const name of ['../../start.png', 'a\\b.png', 'gnp.\u202eexe', ' ']) {
      await refused(mayorsOffice(), await write(sign(packet, home.me, (manifest) => ({ ...manifest, files: manifest.files.map((file) => ({ ...file, name })) }))), 'packet-outside', /by a name that no file of Copydesk has/)
    }
    // A version that says so would lead out of the folder that it is exported to.
    const revision = { ...home.session.derived(story).current, assets: home.session.derived(story).current.assets.map((asset) => ({ ...asset, name: '../../start.png' })) }
    const forged = new Map([...packet, [`revisions/${revisionId(revision)}.json`, canonicalBytes(revision)]])
    await refused(mayorsOffice(), await write(sign(forged, home.me)), 'packet-outside', /‘\.\.\/\.\.\/start.png’/)
  })
  test('a packet of a later format', async () => {
    await refused(home, await write(seal(parts, { ...manifestOf(parts), format: 'copydesk.packet/2' }, away.me)), 'packet-newer', /newer Copydesk: its format is 2/)
  })
  test('a version that is not what its name says', async () => {
    const name = [...parts.keys()].find((key) => key.startsWith('revisions/')) ?? ''
    const other = new Map([...parts, [name, Buffer.from(Buffer.from(parts.get(name) ?? '').toString().replace('Nine ports', 'Ninety ports'))]] as const)
    await refused(home, await write(sign(other, away.me)), 'packet-revision', /not what its name says/)
  })
  test('a file that is not of the type that it is said to be', async () => {
    const packet = await partsOf(await send(home, story, { submit: false, to: { name: 'Ines', roles: ['reviewer'] } }))
    const forged = sign(packet, home.me, (manifest) => ({ ...manifest, files: manifest.files.map((file) => ({ ...file, mime: 'application/pdf' })) }))
    await refused(mayorsOffice(), await write(forged), 'packet-changed', /of another type than it says/)
  })
})

describe('who it is from and for', () => {
  test('a key that nobody has trusted', async () => {
    const before = contentOf(home.desk)
    await expect(open(home, reply, null)).rejects.toMatchObject({ failure: { code: 'packet-untrusted', message: expect.stringContaining('Tomás Ferreira') } })
    expect(contentOf(home.desk)).toEqual(before)
  })
  test('a key that was revoked', async () => {
    await open(home, reply)
    await revokeKey(home.desk, home.session.keyring, { member: away.me.member.id, by: home.me.member.id, reason: 'The laptop was stolen.' })
    home.session.reload()
    await refused(home, await answer(away, story), 'packet-untrusted', /key of Tomás Ferreira, which signed this packet, was revoked on this desk/)
  })
  test('an answer to another desk', () => refused(harbour(), reply, 'packet-other-desk', /answers another desk, ‘Harbour Cities Council’/))
  test('a packet on the desk that wrote it', () => refused(away, reply, 'packet-other-desk', /was written on this desk/))
  test('an answer to a story that the desk does not have', async () => {
    const id = StoryId.parse(randomUUID())
    const onlyStory = new Map([...parts].filter(([name]) => !name.startsWith('revisions/')))
    await refused(home, await write(sign(onlyStory, away.me, (manifest) => ({ ...manifest, story: { ...manifest.story, id } }))), 'packet-other-desk', /not on this desk/)
    await refused(home, await write(sign(parts, away.me, (manifest) => ({ ...manifest, story: { ...manifest.story, id } }))), 'packet-revision', /belongs to another story/)
  })
  test('a desk that claims a story of this one, or of a third', async () => {
    const thief = mayorsOffice()
    const claimed = (desk: { id: string; name: string }) => async () => write(sign(new Map(parts), away.me, (manifest) => ({ ...manifest, desk, home: desk, sender: manifest.sender, rules: { ...manifest.rules, members: [...manifest.rules.members, away.me.member] } })))
    const own = { id: randomUUID(), name: 'A desk of their own' }
    await refused(home, await claimed(own)(), 'packet-other-desk', /belongs to this desk/)
    await open(thief, await send(home, story, { submit: false, to: { name: 'Ines', roles: ['reviewer'] } }))
    await refused(thief, await claimed(own)(), 'packet-other-desk', /came from the desk ‘Harbour Cities Council’/)
  })
  test('a sender who is no member of the desk that they speak for', async () => {
    const packet = await partsOf(await send(home, writeStory(home, 'Another')))
    const stranger = createIdentity('Somebody Else', ['admin'])
    const { id, name, publicKey } = stranger.member
    await refused(mayorsOffice(), await write(sign(packet, stranger, (manifest) => ({ ...manifest, sender: { id, name, publicKey } }))), 'packet-untrusted', /not a member of the desk/)
  })
  test('an answer that invites', async () => {
    await refused(home, await write(sign(parts, away.me, (manifest) => ({ ...manifest, invitation: { id: randomUUID(), name: 'Me', roles: ['admin'] } }))), 'packet-contents', /invites somebody/)
  })
})

describe('the log', () => {
  const signed = (event: WorkflowEvent, by: Identity): SignedEvent => signEvent(event, by.privateKey)
  const put = (doc: Y.Doc, entry: SignedEvent, key: string = eventId(entry.event)): void => void storyLog(doc).set(key, entry)
  const archive = (by: Identity, after: EventId[] = []): WorkflowEvent => ({ format: 'copydesk.event/1', type: 'archive', story, by: by.member.id, at: Instant.parse('2026-03-02T09:00:00.000Z'), after })
  const forged = async (change: (doc: Y.Doc) => void): Promise<string> => {
    const update = edited(change)
    return withStory(update, (manifest) => ({ ...manifest, log: logOf(update) }))
  }

  test('that lacks what is on the desk', async () => {
    const all = (doc: Y.Doc): void => [...storyLog(doc).keys()].forEach((id) => storyLog(doc).delete(id))
    await refused(home, await forged(all), 'packet-log-cut', /take decisions away/)
    const first = logOf(Y.encodeStateAsUpdate(home.session.docs.get(story)))
    await refused(home, await forged((doc) => first.forEach((id) => storyLog(doc).delete(id))), 'packet-log-cut', /what happened before one of its decisions/)
  })
  test('that lacks what its sender had', async () => {
    await refused(home, await withStory(Y.encodeStateAsUpdate(home.session.docs.get(story))), 'packet-log-cut', /one decision that it names is not in it/)
  })
  test('that has more than is named', async () => {
    await refused(home, await withStory(edited((doc) => put(doc, signed(archive(away.me), away.me)))), 'packet-event', /does not name/)
  })
  test('with a decision that another key has signed', async () => {
    await refused(home, await forged((doc) => put(doc, signed(archive(home.me), away.me))), 'packet-event', /in the name of Amina Okafor that Amina Okafor did not sign/)
  })
  test('with a decision of somebody whose key is not there', async () => {
    const stranger = createIdentity('Somebody Else', ['admin'])
    await refused(home, await forged((doc) => put(doc, signed(archive(stranger), stranger))), 'packet-event', /whose key it does not bring/)
  })
  test('with a decision under another’s name', async () => {
    await refused(home, await forged((doc) => put(doc, signed(archive(away.me), away.me), 'a'.repeat(64))), 'packet-event', /not its own/)
  })
  test('with a decision about another story', async () => {
    await refused(home, await forged((doc) => put(doc, signed({ ...archive(away.me), story: StoryId.parse(randomUUID()) }, away.me))), 'packet-story', /about another story/)
  })
  test('with a decision whose causes are missing', async () => {
    const nothing = 'f'.repeat(64) as EventId
    await refused(home, await forged((doc) => put(doc, signed(archive(away.me, [nothing]), away.me))), 'packet-log-cut', /what happened before/)
  })
  test('with a decision about a version that is not there', async () => {
    const revision = RevisionId.parse(sha256Hex(canonicalBytes('nothing')))
    await refused(home, await forged((doc) => put(doc, signed({ ...archive(away.me), type: 'withdraw', revision }, away.me))), 'packet-revision', /does not bring/)
  })
  test('with something that is no decision', async () => {
    await refused(home, await forged((doc) => void storyLog(doc).set('a'.repeat(64), { hello: 'world' })), 'packet-event', /can’t read/)
  })
})

describe('the story', () => {
  test('of another name', async () => {
    const other = writeStory(home, 'Another story')
    await refused(home, await withStory(Y.encodeStateAsUpdate(home.session.docs.get(other)), (manifest) => ({ ...manifest, log: [] })), 'packet-story', /of another story/)
  })
  test('that is no update, or has a gap', async () => {
    await refused(home, await withStory(Buffer.from('no update')), 'packet-story', /can’t be read/)
    const whole = parts.get('story.yjs') ?? new Uint8Array()
    await refused(home, await withStory(whole.subarray(0, whole.byteLength - 40)), 'packet-story', /can’t be read/)
    // It claims two thousand million edits, and a text of as many letters.
    await refused(home, await withStory(Uint8Array.from([1, 0xff, 0xff, 0xff, 0xff, 0x07, 5, 0])), 'packet-story', /can’t be read/)
    await refused(home, await withStory(Uint8Array.from([1, 1, 5, 0, 4, 1, 4, 0x74, 0x65, 0x78, 0x74, 0xff, 0xff, 0xff, 0xff, 0x07])), 'packet-story', /can’t be read/)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, parts.get('story.yjs') ?? new Uint8Array())
    storyFields(doc).set('byline', ['A'])
    const before = Y.encodeStateVector(doc)
    storyFields(doc).set('byline', ['B'])
    await refused(home, await withStory(Y.encodeStateAsUpdate(doc, before)), 'packet-story', /not whole/)
  })
  test('with a block, a mark or a link that the schema does not have', async () => {
    await refused(home, await withStory(edited((doc) => storyBody(doc).push([new Y.XmlElement('script')]))), 'packet-story', /block that this Copydesk does not know \(‘script’\)/)
    await refused(home, await withStory(edited((doc) => Reflect.apply(storyBody(doc).push, storyBody(doc), [[new Y.XmlHook('anything')]]))), 'packet-story', /no text/)
    const marked = (attributes: object) => edited((doc) => {
      const [element, text] = [new Y.XmlElement('paragraph'), new Y.XmlText()]
      storyBody(doc).push([element])
      element.push([text])
      text.insert(0, 'Words', attributes)
    })
    await refused(home, await withStory(marked({ blink: {} })), 'packet-story', /marked in a way/)
    await refused(home, await withStory(marked({ link: { href: 'javascript:alert(1)' } })), 'packet-story', /link that leads where links may not lead/)
  })
  test('with blocks in blocks without end', async () => {
    const deep = edited((doc) => {
      let inside: Y.XmlElement | Y.XmlFragment = storyBody(doc)
      for (let depth = 0; depth < 200; depth++) {
        const quote = new Y.XmlElement('blockquote')
        inside.push([quote])
        inside = quote
      }
    })
    await refused(home, await withStory(deep), 'packet-story', /more blocks in blocks/)
  })
  test('with shared types in each other without end, wherever they are', async () => {
    const nest = (map: Y.Map<unknown>): void => {
      for (let [inside, depth] = [map, 0]; depth < 20_000; depth++) {
        const next = new Y.Map<unknown>()
        inside.set('a', next)
        inside = next
      }
    }
    await refused(home, await withStory(edited((doc) => nest(storyMeta(doc)))), 'packet-story', /can’t be read/)
    await refused(home, await withStory(edited((doc) => nest(storyFields(doc)))), 'packet-story', /can’t be (taken in|read)/)
    await refused(home, await withStory(edited((doc) => nest(storyThreads(doc)))), 'packet-story', /can’t be (taken in|read)/)
  })
  test('with a part, a field, a comment or words of itself that no story has', async () => {
    await refused(home, await withStory(edited((doc) => void doc.getMap('secrets').set('a', 1))), 'packet-story', /‘secrets’/)
    await refused(home, await withStory(edited((doc) => void storyFields(doc).set('byline', new Y.Map()))), 'packet-story', /‘byline’/)
    await refused(home, await withStory(edited((doc) => void storyFields(doc).set('__proto__', 'x'))), 'packet-story', /no field can hold/)
    await refused(home, await withStory(edited((doc) => void storyThreads(doc).set('here', 'a comment'))), 'packet-story', /comment that can’t be read/)
    await refused(home, await withStory(edited((doc) => void storySuggestedFields(doc).set(`headline/${away.me.member.id}`, '<b>Ten ports</b>'))), 'packet-story', /suggestion for a field that can’t be read/)
    await refused(home, await withStory(edited((doc) => void storyMeta(doc).set('createdBy', away.me.member.id))), 'packet-story', /what the story is/)
    await refused(home, await withStory(edited((doc) => void storyMeta(doc).set('owner', 'me'))), 'packet-story', /what it says of itself/)
  })
})

test('nobody speaks for somebody else: a comment of the desk’s own people can’t be made, changed or taken away by a packet', async () => {
  const thread = addComment(home.session, story, 'The nine of the list.', '')
  const first = threadsOf(home.session, story)[0]?.comments[0]
  expect(first).toBeDefined()
  const known = Y.encodeStateAsUpdate(home.session.docs.get(story))
  const mine = { id: randomUUID(), by: home.me.member.id, at: '2026-03-02T09:00:00.000Z', text: 'I agree to all of it.' }
  const list = (doc: Y.Doc): Y.Array<unknown> => {
    const found: unknown = storyThreads(doc).get(thread)
    const comments: unknown = found instanceof Y.Map ? found.get('comments') : undefined
    if (!(comments instanceof Y.Array)) throw new Error('The thread is not there')
    return comments
  }
  const log = { log: logOf(Y.mergeUpdates([known, parts.get('story.yjs') ?? known])) }
  const all = Y.mergeUpdates([known, parts.get('story.yjs') ?? known])
  for (const change of [(doc: Y.Doc) => list(doc).push([mine]), (doc: Y.Doc) => list(doc).delete(0), (doc: Y.Doc) => storyThreads(doc).delete(thread)]) {
    await refused(home, await withStory(edited(change, all), (manifest) => ({ ...manifest, ...log })), 'packet-voice', /what Amina Okafor said or wrote/)
  }
  // Their own words are theirs: said, and said anew.
  const spoken = addComment(away.session, story, 'Which nine?', '')
  editComment(away.session, story, spoken, threadsOf(away.session, story).find(({ id }) => id === spoken)?.comments[0]?.id ?? '', 'Which nine, and who says so?')
  await open(home, await answer(away, story))
  expect(threadsOf(home.session, story).flatMap(({ comments }) => comments.map(({ text }) => text)).sort()).toEqual(['The nine of the list.', 'Which nine, and who says so?'])
})
