import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { authorsIn, noteAuthor, type Authorship } from '../../../src/shared/history/authorship'
import { authorsOfField, type FieldAuthors } from '../../../src/shared/history/field-authors'
import { Instant, MemberId } from '../../../src/shared/story/ids'
import type { FieldValue } from '../../../src/shared/story/kind'
import { storyText, writeField } from '../../../src/shared/story/story-doc'

const ana = MemberId.parse('1'.repeat(32))
const tomas = MemberId.parse('2'.repeat(32))
const on = (by: MemberId, day: number): Authorship => ({ by, at: Instant.parse(`2026-11-0${day}T09:00:00.000Z`) })
const headline = { id: 'headline', type: 'text' } as const
const language = { id: 'language', type: 'language' } as const
const topics = { id: 'topics', type: 'list' } as const

/** Somebody goes on in a document, as after their update was merged; nobody known, when `who` is null. */
function goOn(doc: Y.Doc, client: number, who: Authorship | null, edit: () => void): void {
  doc.clientID = client
  if (who !== null) noteAuthor(doc, { client, clock: Y.getState(doc.store, client) }, who)
  doc.transact(edit)
}

const authorsOf = (doc: Y.Doc, field: Parameters<typeof authorsOfField>[1]): FieldAuthors => authorsOfField(doc, field, authorsIn(doc))

function told(authors: FieldAuthors): unknown {
  const name = (who: Authorship | null): string => (who === null ? 'nobody known' : who.by === ana ? 'Ana' : 'Tomás')
  if (authors.in === 'words') return authors.runs.map(({ text, who }) => [text, name(who)])
  return authors.in === 'value' ? name(authors.who) : 'nothing'
}

describe('Who wrote a field', () => {
  test('is told run by run where it is words: of a headline that somebody rewrote in part', () => {
    const doc = new Y.Doc()
    goOn(doc, 1, on(ana, 3), () => writeField(doc, headline, 'Nine ports agree on night ferries'))
    goOn(doc, 2, on(tomas, 5), () => writeField(doc, headline, 'Nine ports vote on night ferries'))
    expect(told(authorsOf(doc, headline))).toEqual([['Nine ports ', 'Ana'], ['vot', 'Tomás'], ['e on night ferries', 'Ana']])
  })

  test('is who set it last where it is replaced as a whole, also when two did so apart from each other', () => {
    const [here, there] = [new Y.Doc(), new Y.Doc()]
    goOn(here, 1, on(ana, 3), () => writeField(here, language, 'en'))
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
    goOn(here, 1, null, () => writeField(here, topics, ['ports', 'ferries']))
    goOn(there, 2, on(tomas, 5), () => writeField(there, language, 'pt'))
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    expect(told(authorsOf(here, language))).toBe('Tomás')
    expect(told(authorsOf(here, topics))).toBe('Ana')
  })

  test('is not known for what is from before that was noted, and nobody for a field that says nothing', () => {
    const doc = new Y.Doc()
    goOn(doc, 1, null, () => {
      writeField(doc, headline, 'Nine ports')
      writeField(doc, language, 'en')
      writeField(doc, topics, ['ports'])
      writeField(doc, topics, undefined)
    })
    expect(told(authorsOf(doc, headline))).toEqual([['Nine ports', 'nobody known']])
    expect(told(authorsOf(doc, language))).toBe('nobody known')
    expect(told(authorsOf(doc, topics))).toBe('nothing')
    expect(told(authorsOf(doc, { id: 'summary', type: 'longText' }))).toBe('nothing')
    goOn(doc, 2, on(tomas, 5), () => storyText(doc, 'headline').insert(0, 'The '))
    expect(told(authorsOf(doc, headline))).toEqual([['The ', 'Tomás'], ['Nine ports', 'nobody known']])
  })

  test('is told of every letter once, whoever wrote in whatever order, and of a value names who set it last', () => {
    const step = fc.record({ client: fc.integer({ min: 1, max: 3 }), text: fc.string({ maxLength: 12 }), value: fc.constantFrom<FieldValue | undefined>('en', 'pt', undefined) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const doc = new Y.Doc()
        let setBy: MemberId | null = null
        for (const { client, text, value } of steps) {
          const who = client === 1 ? ana : tomas
          goOn(doc, client, on(who, 3), () => {
            writeField(doc, headline, text)
            writeField(doc, language, value)
          })
          setBy = value === undefined ? null : who
        }
        const words = authorsOf(doc, headline)
        expect(words.in === 'words' ? words.runs.map(({ text }) => text).join('') : '').toBe(storyText(doc, 'headline').toString())
        const set = authorsOf(doc, language)
        expect(set.in === 'value' ? set.who?.by : null).toBe(setBy)
      }),
    )
  })
})
