import { updateYFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import { Transform } from '@tiptap/pm/transform'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { statusOf } from '../../../src/main/session/status'
import { addAsset, describeAsset } from '../../../src/main/store/assets'
import { isUsed } from '../../../src/main/store/asset-uses'
import { openSuggestionsOf } from '../../../src/main/store/snapshot'
import { documentSchema } from '../../../src/shared/document/schema'
import type { StoryId } from '../../../src/shared/story/ids'
import type { FieldDefinition, FieldValue } from '../../../src/shared/story/kind'
import { readField, storyBody } from '../../../src/shared/story/story-doc'
import { fieldSuggestions } from '../../../src/shared/suggestions/fields/field-suggestions'
import { settleFields } from '../../../src/shared/suggestions/fields/settle-fields'
import { suggestField } from '../../../src/shared/suggestions/fields/suggest-field'
import { suggest } from '../../../src/shared/suggestions/suggest'
import { png } from '../../drive/files'
import { answer, harbour, look, mayorsOffice, open, send, writeStory, type Office } from './two-desks'

const headline = { id: 'headline', type: 'text' } as const
const picture = { id: 'heroImage', type: 'image' } as const
const minute = (at: number): string => new Date(Date.UTC(2031, 2, 1, 9, at)).toISOString()

/** What the window of somebody who suggests sends: main takes it in as it takes in what is typed. */
function suggestFor({ session, me }: Office, story: StoryId, field: Pick<FieldDefinition, 'id' | 'type'>, value: FieldValue, at = 0): void {
  const window = new Y.Doc()
  Y.applyUpdate(window, Y.encodeStateAsUpdate(session.docs.get(story)))
  const before = Y.encodeStateVector(window)
  window.transact(() => suggestField(window, field, value, { by: me.member.id, at: minute(at) }))
  session.append(story, Y.encodeStateAsUpdate(window, before))
}

/** Suggests that the first block of the text be deleted, or be a heading. */
function suggestInText({ session, me }: Office, story: StoryId, what: 'delete' | 'turn'): void {
  const doc = session.docs.get(story)
  const window = new Y.Doc()
  Y.applyUpdate(window, Y.encodeStateAsUpdate(doc))
  const state = Y.encodeStateVector(window)
  const before = documentSchema.nodeFromJSON(yXmlFragmentToProsemirrorJSON(storyBody(window)))
  const tr = new Transform(before)
  if (what === 'delete') tr.delete(0, before.child(0).nodeSize)
  else tr.setBlockType(1, 1, documentSchema.nodes['heading']!, { level: 2 })
  const next = suggest(before, tr.doc, { by: me.member.id, tag: { id: `${what} ${me.member.name}`, by: me.member.id, at: minute(0) } })
  window.transact(() => updateYFragment(window, storyBody(window), next, { mapping: new Map(), isOMark: new Map() }))
  session.append(story, Y.encodeStateAsUpdate(window, state))
}

const said = ({ session }: Office, story: StoryId): string[] => fieldSuggestions(session.docs.get(story)).map(({ by, field, value }) => `${by.slice(0, 4)} ${field}: ${JSON.stringify(value)}`)

test('a guest suggests another headline and a picture; the reply brings both, the writer’s own stays, and the answer travels back', async () => {
  const [home, away] = [harbour(), mayorsOffice()]
  const story = writeStory(home)
  await open(away, await send(home, story))
  const { hash } = await addAsset(away.desk, png('harbour.png'))
  const revision = away.session.derived(story).currentRevision
  suggestFor(away, story, headline, 'Ten ports agree on a housing pledge')
  suggestFor(away, story, picture, { asset: hash, alt: 'The harbour', decorative: false, caption: '', credit: '' })
  suggestFor(home, story, headline, 'Nine ports pledge homes', 5)
  expect(away.session.derived(story).currentRevision).toBe(revision)
  expect(away.session.derived(story).row.headline).toBe('Nine ports agree on a housing pledge')

  const reply = await answer(away, story)
  expect(await look(home, reply)).toMatchObject({ news: { suggestions: 2, changes: 0 } })
  await open(home, reply)
  expect(said(home, story)).toHaveLength(3)
  expect(describeAsset(home.desk.db, hash)).toMatchObject({ mime: 'image/png' })
  expect(isUsed(home.desk.db, hash)).toBe(true)
  expect(home.session.derived(story).currentRevision).toBe(revision)
  expect(statusOf(home.session, story).findings.filter(({ check }) => check === 'open-suggestions')).toMatchObject([{ message: '3 suggestions have no answer yet. The story leaves the desk without them.', place: { in: 'field' } }])
  const known = said(home, story)
  await open(home, reply, null)
  expect(said(home, story)).toEqual(known)

  home.session.changeStory(story, (doc) => void settleFields(doc, ({ by }) => (by === away.me.member.id ? 'accept' : 'keep')))
  expect(home.session.derived(story).row.headline).toBe('Ten ports agree on a housing pledge')
  await open(away, await send(home, story, { to: { member: away.me.member.id }, submit: true }), null)
  expect(readField(away.session.docs.get(story), headline)).toBe('Ten ports agree on a housing pledge')
  expect(fieldSuggestions(away.session.docs.get(story))).toMatchObject([{ by: home.me.member.id, value: 'Nine ports pledge homes', overtaken: true }])
})

test('the writer and a guest suggest to delete, and to turn, the same block: on both desks both suggestions of both are open', async () => {
  const [home, away] = [harbour(), mayorsOffice()]
  const story = writeStory(home)
  await open(away, await send(home, story))
  for (const what of ['delete', 'turn'] as const) {
    suggestInText(home, story, what)
    suggestInText(away, story, what)
  }
  await open(home, await answer(away, story))
  await open(away, await send(home, story, { to: { member: away.me.member.id }, submit: false }), null)
  const openIn = ({ session }: Office): string[] => openSuggestionsOf(session.docs.get(story)).map(({ id }) => id).sort()
  expect(openIn(home)).toEqual(['delete Amina Okafor', 'delete Tomás Ferreira', 'turn Amina Okafor', 'turn Tomás Ferreira'])
  expect(openIn(away)).toEqual(openIn(home))
  expect(yXmlFragmentToProsemirrorJSON(storyBody(away.session.docs.get(story)))).toEqual(yXmlFragmentToProsemirrorJSON(storyBody(home.session.docs.get(story))))
})

test('a window’s suggestion about a block that a packet has brought one about meanwhile: both stay, and the window is told', () => {
  const home = harbour()
  const story = writeStory(home)
  const start = Y.encodeStateAsUpdate(home.session.docs.get(story))
  const block = (doc: Y.Doc): Y.XmlElement => {
    const first = storyBody(doc).get(0)
    if (!(first instanceof Y.XmlElement)) throw new Error('There is no block')
    return first
  }
  const saying = (id: string, client: number): Uint8Array => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, start)
    doc.clientID = client
    const before = Y.encodeStateVector(doc)
    Reflect.apply(block(doc).setAttribute, block(doc), ['deleted', [{ id, by: home.me.member.id, at: minute(client) }]])
    return Y.encodeStateAsUpdate(doc, before)
  }
  home.session.append(story, saying('one', 2))
  home.session.append(story, saying('two', 1))
  const both: unknown = block(home.session.docs.get(story)).getAttribute('deleted')
  expect(both).toMatchObject([{ id: 'two' }, { id: 'one' }])
})
