import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { authorsIn, noteAuthor, type Authorship } from '../../../src/shared/history/authorship'
import { authoredLines, authorsOfVersion } from '../../../src/shared/history/authors-of-version'
import { runsOf, sharesOf } from '../../../src/shared/history/blame'
import { rememberTaken } from '../../../src/shared/history/taken-words'
import { Instant, KindId, MemberId, StoryId } from '../../../src/shared/story/ids'
import type { Revision } from '../../../src/shared/story/revision'
import { storyBody } from '../../../src/shared/story/story-doc'

const ana = MemberId.parse('1'.repeat(32))
const tomas = MemberId.parse('2'.repeat(32))
const on = (by: MemberId, day: number): Authorship => ({ by, at: Instant.parse(`2026-11-0${day}T09:00:00.000Z`) })

/** A story of one paragraph that several people have before them, each with a client of their own. */
function paragraphOf(first: Authorship | null, words: string) {
  const doc = new Y.Doc({ gc: true })
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  if (first !== null) noteAuthor(doc, { client: doc.clientID, clock: 0 }, first)
  doc.transact(() => {
    storyBody(doc).insert(0, [paragraph])
    paragraph.insert(0, [text])
    text.insert(0, words)
  })
  return { doc, text }
}

/** Another person goes on in the same document, as after their update was merged. */
function goOn(doc: Y.Doc, client: number, who: Authorship, edit: () => void): void {
  doc.clientID = client
  noteAuthor(doc, { client, clock: Y.getState(doc.store, client) }, who)
  doc.transact(edit)
}

/** Whose the words are, whoever put them there. */
function told(text: Y.Text, doc: Y.Doc): [string, string][] {
  const lines: [string, string][] = []
  for (const { text: words, who } of runsOf([text], authorsIn(doc))) {
    const name = who === null ? '' : who.by === ana ? 'Ana' : 'Tomás'
    const last = lines.at(-1)
    if (last?.[1] === name) last[0] += words
    else lines.push([words, name])
  }
  return lines
}

describe('Who wrote what', () => {
  test('is told word by word, across what was typed in between', () => {
    const { doc, text } = paragraphOf(on(ana, 3), 'Nine ports signed.')
    goOn(doc, 7, on(tomas, 5), () => text.insert(5, 'Baltic '))
    expect(told(text, doc)).toEqual([['Nine ', 'Ana'], ['Baltic ', 'Tomás'], ['ports signed.', 'Ana']])
  })

  test('is another person’s from the moment on at which they act in the same window', () => {
    const { doc, text } = paragraphOf(on(ana, 3), 'Nine ports ')
    goOn(doc, doc.clientID, on(tomas, 3), () => text.insert(text.length, 'signed.'))
    expect(told(text, doc)).toEqual([['Nine ports ', 'Ana'], ['signed.', 'Tomás']])
  })

  test('is not known of what was written before it was noted', () => {
    const { doc, text } = paragraphOf(null, 'Nine ports ')
    goOn(doc, 7, on(tomas, 5), () => text.insert(text.length, 'signed.'))
    expect(told(text, doc)).toEqual([['Nine ports ', ''], ['signed.', 'Tomás']])
    expect(sharesOf(runsOf([text], authorsIn(doc)), (at) => at.slice(0, 10)).map(({ by, day, percent }) => [by, day, percent])).toEqual([[null, '', 61], [tomas, '2026-11-05', 39]])
  })

  test('says of what was imported who brought it', () => {
    const { doc, text } = paragraphOf({ ...on(ana, 3), imported: true }, 'Nine ports signed.')
    expect(sharesOf(runsOf([text], authorsIn(doc)), () => 'day')).toMatchObject([{ by: ana, imported: true, percent: 100 }])
  })

  test('survives that the document is read from one merged update', () => {
    const { doc, text } = paragraphOf(on(ana, 3), 'Nine ports signed.')
    goOn(doc, 7, on(tomas, 5), () => text.insert(5, 'Baltic '))
    const again = new Y.Doc()
    Y.applyUpdate(again, Y.mergeUpdates([Y.encodeStateAsUpdate(doc), Y.encodeStateAsUpdate(doc)]))
    const paragraph = storyBody(again).get(0)
    const same = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
    expect(same instanceof Y.XmlText && told(same, again)).toEqual(told(text, doc))
  })

  test('an entry that is none says nothing', () => {
    const { doc, text } = paragraphOf(on(ana, 3), 'Nine ports signed.')
    doc.getMap('authors').set('nonsense', { by: 'me' })
    doc.getMap('authors').set(`${doc.clientID}:6`, { by: 'nobody', at: 'never' })
    expect(told(text, doc)).toEqual([['Nine ports signed.', 'Ana']])
  })
})

describe('Words that were taken away and come back', () => {
  /** Tomás changes Ana’s paragraph; what comes back is noted as main does. */
  function change(text: Y.Text, doc: Y.Doc, edits: readonly (() => void)[]): void {
    const taken = rememberTaken(doc)
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.origin === 'note') return
      const returned = taken.hear(transaction)
      if (returned.length > 0) doc.transact(() => returned.forEach(({ from, length, who }) => noteAuthor(doc, from, { ...on(tomas, 5), length, whose: who })), 'note')
    })
    edits.forEach((edit) => goOn(doc, 7, on(tomas, 5), edit))
  }

  test('are still whose they were, when a deletion is taken back', () => {
    const { doc, text } = paragraphOf(on(ana, 3), 'Nine ports signed.')
    change(text, doc, [() => text.delete(5, 6), () => text.insert(5, 'ports ')])
    expect(told(text, doc)).toEqual([['Nine ports signed.', 'Ana']])
    expect(runsOf([text], authorsIn(doc)).map(({ text: words, who }) => [words, who?.moved])).toEqual([['Nine ', undefined], ['ports ', tomas], ['signed.', undefined]])
  })

  test('are so when they were deleted letter by letter, from either end', () => {
    const { doc, text } = paragraphOf(on(ana, 3), 'Nine ports signed.')
    const backwards = [4, 3, 2, 1, 0].map((place) => () => text.delete(5 + place, 1))
    change(text, doc, [...backwards, () => text.delete(5, 1), () => text.insert(5, 'ports ')])
    expect(told(text, doc)).toEqual([['Nine ports signed.', 'Ana']])
  })

  test('are so in another place, with new words around them', () => {
    const { doc, text } = paragraphOf(on(ana, 3), 'Nine ports signed the pledge. They met in Odesa.')
    change(text, doc, [() => (text.delete(0, 30), text.insert(18, ' Afterwards nine mayors said: Nine ports signed the pledge. '))])
    expect(told(text, doc)).toEqual([['They met in Odesa.', 'Ana'], [' Afterwards nine mayors said: ', 'Tomás'], ['Nine ports signed the pledge. ', 'Ana']])
  })

  test('are nobody’s again when nobody knew before', () => {
    const { doc, text } = paragraphOf(null, 'Nine ports signed.')
    change(text, doc, [() => text.delete(0, 11), () => text.insert(0, 'Nine ports ')])
    expect(told(text, doc)).toEqual([['Nine ports signed.', '']])
  })

  test('a word that anybody may write is whoever’s writes it', () => {
    const { doc, text } = paragraphOf(on(ana, 3), 'We, nine ports, signed.')
    change(text, doc, [() => text.delete(0, 3), () => text.insert(0, 'We,')])
    expect(told(text, doc)[0]).toEqual(['We,', 'Tomás'])
  })
})

test('a version remembers who had written it, and gives each line back', () => {
  const { doc, text } = paragraphOf(on(ana, 3), 'Nine ports signed.')
  goOn(doc, 7, on(tomas, 5), () => text.insert(5, 'Baltic '))
  const noted = authorsOfVersion(doc, [{ id: 'headline', type: 'text' }])
  const revision: Revision = { format: 'copydesk.revision/1', story: StoryId.parse('0b2cf0ce-56b1-4e2c-9a53-5a5b6f3b1c11'), kind: KindId.parse('announcement'), fields: {}, assets: [], body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Nine Baltic ' }, { type: 'text', text: 'ports signed.', marks: [{ type: 'bold' }] }] }] } }
  expect(authoredLines(revision, noted).map((line) => line.map(({ text: words, who }) => [words, who?.by]))).toEqual([[['Nine ', ana], ['Baltic ', tomas], ['ports signed.', ana]]])
  expect(authoredLines(revision, 'nothing of this sort')).toEqual([])
  expect(authoredLines({ ...revision, body: { type: 'doc' } }, noted)).toEqual([])
})

test('each letter is somebody’s exactly once, whatever was written, deleted, marked and merged', () => {
  const step = fc.record({ client: fc.integer({ min: 1, max: 4 }), place: fc.nat(40), remove: fc.nat(6), words: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', 'é'), maxLength: 8 }), bold: fc.boolean(), noted: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const { doc, text } = paragraphOf(on(ana, 1), 'Nine ports signed.')
      for (const { client, place, remove, words, bold, noted } of steps) {
        doc.clientID = client
        if (noted) noteAuthor(doc, { client, clock: Y.getState(doc.store, client) }, { ...on(client % 2 === 0 ? ana : tomas, 1 + client), ...(bold && { length: 3 }) })
        const at = Math.min(place, text.length)
        doc.transact(() => {
          text.delete(at, Math.min(remove, text.length - at))
          text.insert(at, words, bold ? { bold: true } : {})
        })
      }
      const runs = runsOf([text], authorsIn(doc))
      const delta: readonly { readonly insert?: unknown }[] = text.toDelta()
      expect(runs.map((run) => run.text).join('')).toBe(delta.map(({ insert }) => insert).join(''))
      const shares = sharesOf(runs, (at) => at.slice(0, 10))
      expect(shares.reduce((sum, { letters }) => sum + letters, 0)).toBe(text.length)
      if (text.length > 0) expect(shares.reduce((sum, { percent }) => sum + percent, 0)).toBe(100)
    }),
  )
})
