import { prosemirrorToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentSchema } from '../../../src/shared/document/schema'
import { storyBody } from '../../../src/shared/story/story-doc'
import { mergeUpdate } from '../../../src/shared/suggestions/keep-both'
import { openSuggestions } from '../../../src/shared/suggestions/open-suggestions'

type Member = 'a' | 'b' | 'c'
const members = ['a', 'b', 'c'] as const
const by = (member: Member): string => member.repeat(32)

/** A story with one paragraph, on the desks of some members. */
function desks(): Record<Member, Y.Doc> {
  const start = new Y.Doc()
  prosemirrorToYXmlFragment(documentSchema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The ferries run at night.' }] }] }), storyBody(start))
  const copy = (): Y.Doc => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(start))
    return doc
  }
  return { a: copy(), b: copy(), c: copy() }
}

let clock = 0
const tag = (member: Member, id = `s${++clock}`) => ({ id, by: by(member), at: new Date(1_700_000_000_000 + ++clock * 1000).toISOString() })

function blockOf(doc: Y.Doc): Y.XmlElement {
  const block = storyBody(doc).get(0)
  if (!(block instanceof Y.XmlElement)) throw new Error('There is no block')
  return block
}

/** As the editor writes an attribute: what others say in it stays. */
function say(doc: Y.Doc, attribute: 'deleted' | 'turned' | 'joined', value: object): void {
  const before: unknown = blockOf(doc).getAttribute(attribute)
  Reflect.apply(blockOf(doc).setAttribute, blockOf(doc), [attribute, [...(Array.isArray(before) ? before : []), value]])
}
const removeAll = (doc: Y.Doc, attribute: string): void => blockOf(doc).removeAttribute(attribute)
const turnInto = (member: Member, type: string) => ({ ...tag(member), type, attrs: { level: 3 } })

const send = (from: Y.Doc, to: Y.Doc): void => mergeUpdate(to, Y.encodeStateAsUpdate(from))
const json = (doc: Y.Doc): unknown => yXmlFragmentToProsemirrorJSON(storyBody(doc))
const open = (doc: Y.Doc): string[] => openSuggestions(documentSchema.nodeFromJSON(json(doc))).map(({ by: who, parts: [part] }) => `${who[0]} ${part?.does}`).sort()

test('two members who suggest to turn, and to delete, the same block apart from each other: both suggestions of both are there, on both desks', () => {
  const { a, b } = desks()
  say(a, 'turned', turnInto('a', 'heading'))
  say(a, 'deleted', tag('a'))
  say(b, 'turned', turnInto('b', 'heading'))
  say(b, 'deleted', tag('b'))
  send(a, b)
  send(b, a)
  expect(open(a)).toEqual(['a deleteBlock', 'a turn', 'b deleteBlock', 'b turn'])
  expect(json(b)).toEqual(json(a))
})

test('the desks write the very same piece, so what one of them answers stays answered when they meet again', () => {
  const { a, b } = desks()
  say(a, 'turned', turnInto('a', 'heading'))
  say(b, 'turned', turnInto('b', 'heading'))
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)]
  mergeUpdate(a, fromB)
  mergeUpdate(b, fromA)
  expect(open(a)).toEqual(['a turn', 'b turn'])
  expect(Y.encodeStateVector(a)).toEqual(Y.encodeStateVector(b))
  removeAll(a, 'turned')
  send(a, b)
  send(b, a)
  send(a, b)
  expect([open(a), open(b)]).toEqual([[], []])
})

test('what somebody takes back before it arrives is not brought back, and does not take another’s suggestion along', () => {
  for (let round = 0; round < 12; round++) {
    const { a, b } = desks()
    say(a, 'deleted', tag('a'))
    removeAll(a, 'deleted')
    say(b, 'deleted', tag('b'))
    send(a, b)
    send(b, a)
    expect([open(a), open(b)]).toEqual([['b deleteBlock'], ['b deleteBlock']])
  }
})

test('a suggestion that its author goes on with stands as it was left, whichever side wins', () => {
  for (let round = 0; round < 12; round++) {
    const { a, b } = desks()
    const first = { ...turnInto('a', 'heading'), id: 'mine' }
    say(a, 'turned', first)
    send(a, b)
    Reflect.apply(blockOf(a).setAttribute, blockOf(a), ['turned', [{ ...first, attrs: { level: 4 }, at: tag('a').at }]])
    say(b, 'turned', turnInto('b', 'heading'))
    send(a, b)
    send(b, a)
    expect(JSON.stringify(json(a))).toContain('"level":4')
    expect(open(b)).toEqual(['a turn', 'b turn'])
    expect(json(b)).toEqual(json(a))
  }
})

test('whatever several members suggest for one block, and however their desks exchange it: all of it is there in the end, the same everywhere', () => {
  const says = fc.record({ who: fc.constantFrom(...members), attribute: fc.constantFrom('deleted' as const, 'turned' as const, 'joined' as const) })
  const sends = fc.record({ from: fc.constantFrom(...members), to: fc.constantFrom(...members) })
  fc.assert(
    fc.property(fc.uniqueArray(says, { minLength: 1, maxLength: 9, selector: ({ who, attribute }) => `${who} ${attribute}` }), fc.array(sends, { maxLength: 6 }), fc.integer({ min: 0, max: 9 }), (said, sent, after) => {
      const all = desks()
      const speak = (some: typeof said): void => some.forEach(({ who, attribute }) => say(all[who], attribute, attribute === 'turned' ? turnInto(who, 'heading') : tag(who)))
      speak(said.slice(0, after))
      for (const { from, to } of sent) if (from !== to) send(all[from], all[to])
      speak(said.slice(after))
      for (let round = 0; round < 2; round++) for (const from of members) for (const to of members) if (from !== to) send(all[from], all[to])
      const does = { deleted: 'deleteBlock', turned: 'turn', joined: 'join' } as const
      expect(open(all.a)).toEqual(said.map(({ who, attribute }) => `${who} ${does[attribute]}`).sort())
      expect(json(all.b)).toEqual(json(all.a))
      expect(json(all.c)).toEqual(json(all.a))
      // Once more changes nothing.
      const before = Y.encodeStateAsUpdate(all.a)
      send(all.b, all.a)
      expect(Y.encodeStateAsUpdate(all.a)).toEqual(before)
    }),
    { numRuns: 300 },
  )
}, 60_000)
