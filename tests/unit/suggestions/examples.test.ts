import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { describe, expect, test } from 'vitest'
import { normaliseBody } from '../../../src/shared/document/normalise'
import { documentSchema } from '../../../src/shared/document/schema'
import type { PreflightInput } from '../../../src/shared/checks/check'
import { suggestionChecks } from '../../../src/shared/checks/suggestion-checks'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import { Instant } from '../../../src/shared/story/ids'
import { changesOf } from '../../../src/shared/suggestions/changes'
import { copied } from '../../../src/shared/suggestions/copied'
import { describePart } from '../../../src/shared/suggestions/describe'
import { acceptAll } from '../../../src/shared/suggestions/judge'
import { openSuggestions } from '../../../src/shared/suggestions/open-suggestions'
import { acceptedOffset, placeAtOffset } from '../../../src/shared/suggestions/places'
import { settle, withoutSuggestions } from '../../../src/shared/suggestions/settle'
import { suggest } from '../../../src/shared/suggestions/suggest'
import { suggestAttributes } from '../../../src/shared/suggestions/suggest-attributes'
import { whereOpen } from '../../../src/shared/suggestions/where-open'
import { defaultPolicy } from '../../../src/shared/workflow/policy'
import { authorOf } from './random-edits'

const [ana, ben] = ['a'.repeat(32), 'b'.repeat(32)]
const { nodes, marks } = documentSchema
const line = (text: string): Node => nodes['paragraph']!.create(null, text === '' ? null : documentSchema.text(text))
const bodyOf = (...blocks: readonly Node[]): Node => nodes['doc']!.create(null, [...blocks])

/** What somebody does to a text, as a suggestion. */
function suggestedBy(by: string, doc: Node, change: (tr: Transform) => unknown): Node {
  const tr = new Transform(doc)
  change(tr)
  return suggestAttributes(doc, tr.steps, authorOf(by)) ?? suggest(doc, tr.doc, authorOf(by), changesOf(tr))
}

/** All that is suggested, in words. */
const said = (doc: Node): string[] => openSuggestions(doc).map(({ parts }) => parts.map((part) => { const { label, gone, come } = describePart(part); return [label, gone && `-${gone}`, come && `+${come}`].filter(Boolean).join(' ') }).join(', '))

const ferries = bodyOf(line('The ferries run at night.'), line('Nobody pays.'))

describe('what is done to a text, as it is suggested', () => {
  test('a word written over another replaces it as a whole, though they share letters', () => {
    const doc = suggestedBy(ana, ferries, (tr) => tr.replaceWith(5, 12, documentSchema.text('ships')))
    expect(said(doc)).toEqual(['Delete -ferries, Insert +ships'])
    expect(doc.textContent).toBe('The ferriesships run at night.Nobody pays.')
  })

  test('letters that are typed and deleted one after the other are one suggestion', () => {
    const typed = suggestedBy(ana, suggestedBy(ana, ferries, (tr) => tr.insert(1, documentSchema.text('A'))), (tr) => tr.insert(2, documentSchema.text('h')))
    expect(said(typed)).toEqual(['Insert +Ah'])
    expect(said(suggestedBy(ana, typed, (tr) => tr.delete(1, 3)))).toEqual([])
  })

  test('a line that begins at the end of another is a block; one that begins in the middle is a sign', () => {
    expect(said(suggestedBy(ana, ferries, (tr) => tr.split(26)))).toEqual(['Insert a paragraph'])
    expect(said(suggestedBy(ana, ferries, (tr) => tr.split(12)))).toEqual(['Begin a paragraph here +¶'])
    expect(said(suggestedBy(ana, ferries, (tr) => tr.join(27)))).toEqual(['Join this paragraph to the one before -¶'])
  })

  test('lines that are pasted into a line come as words and signs, and what they were pasted over goes as a whole', () => {
    const doc = suggestedBy(ana, ferries, (tr) => tr.replaceRange(5, 12, new Slice(Fragment.from([line('ships'), line('Boats'), line('and buses')]), 1, 1)))
    expect(said(doc)).toEqual(['Delete -ferries, Insert +ships, Begin a paragraph here +¶, Insert +Boats, Begin a paragraph here +¶, Insert +and buses'])
    expect(settle(doc, acceptAll).children.map(({ textContent }) => textContent)).toEqual(['The ships', 'Boats', 'and buses run at night.', 'Nobody pays.'])
  })

  test('a block that moves goes at one place and comes at another, as one suggestion', () => {
    const doc = suggestedBy(ana, ferries, (tr) => tr.delete(27, 41).insert(0, line('Nobody pays.')))
    expect(openSuggestions(doc)).toHaveLength(1)
    expect(settle(doc, acceptAll).children.map(({ textContent }) => textContent)).toEqual(['Nobody pays.', 'The ferries run at night.'])
  })

  test('formatting is asked for, and taken back by asking for it again', () => {
    const bold = suggestedBy(ana, ferries, (tr) => tr.addMark(5, 12, marks['bold']!.create()))
    expect(said(bold)).toEqual(['Make bold +ferries'])
    expect(bold.rangeHasMark(5, 12, marks['bold']!)).toBe(false)
    expect(suggestedBy(ana, bold, (tr) => tr.addMark(5, 12, marks['bold']!.create())).eq(ferries)).toBe(true)
    expect(settle(bold, acceptAll).rangeHasMark(5, 12, marks['bold']!)).toBe(true)
  })

  test('a block keeps its sort and its attributes until it is accepted, and setting what it has takes that back', () => {
    const figure = bodyOf(nodes['figure']!.create({ asset: 'a'.repeat(64), caption: 'Boats' }))
    const changed = suggestedBy(ana, figure, (tr) => tr.setNodeAttribute(0, 'caption', 'Ferries'))
    expect(changed.child(0).attrs['caption']).toBe('Boats')
    expect(said(changed)).toEqual(['Change the image. Caption: Ferries +Boats'])
    expect(settle(changed, acceptAll).child(0).attrs['caption']).toBe('Ferries')
    expect(suggestedBy(ana, changed, (tr) => tr.setNodeAttribute(0, 'caption', 'Boats')).eq(figure)).toBe(true)
    expect(said(suggestedBy(ana, ferries, (tr) => tr.setBlockType(0, 5, nodes['heading']!, { level: 3 })))).toEqual(['Turn the paragraph into a subheading +The ferries run at night.'])
  })

  test('words of a replacement at several places are suggestions of their own', () => {
    const doc = suggestedBy(ana, bodyOf(line('night and night')), (tr) => tr.replaceWith(11, 16, documentSchema.text('day')).replaceWith(1, 6, documentSchema.text('day')))
    expect(said(doc)).toEqual(['Delete -night, Insert +day', 'Delete -night, Insert +day'])
  })

  test('cells that are merged make another table of it, so that rows never differ in length', () => {
    const cell = (text: string, attrs = {}): Node => nodes['tableCell']!.create(attrs, line(text))
    const row = (...cells: readonly Node[]): Node => nodes['tableRow']!.create(null, [...cells])
    const table = nodes['table']!.create(null, [row(cell('a'), cell('b')), row(cell('c'), cell('d'))])
    const merged = nodes['table']!.create(null, [row(cell('a b', { colspan: 2 })), row(cell('c'), cell('d'))])
    expect(said(suggestedBy(ana, bodyOf(table), (tr) => tr.replaceWith(0, table.nodeSize, merged)))).toHaveLength(1)
    const longer = suggestedBy(ana, bodyOf(table), (tr) => tr.insert(table.nodeSize - 1, row(cell('e'), cell('f'))))
    expect(said(longer)).toEqual(['Insert a row +e f'])
  })
})

describe('two members', () => {
  const deletedByAna = suggestedBy(ana, ferries, (tr) => tr.delete(5, 12))

  test('may suggest the same, and each may be answered alone', () => {
    const both = suggestedBy(ben, deletedByAna, (tr) => tr.delete(5, 16))
    expect(openSuggestions(both).map(({ by }) => by)).toEqual([ana, ben])
    const withoutAna = settle(both, ({ by }) => (by === ana ? 'reject' : 'keep'))
    expect(openSuggestions(withoutAna).map(({ by }) => by)).toEqual([ben])
    expect(settle(withoutAna, acceptAll).textContent).toBe('The  at night.Nobody pays.')
  })

  test('who writes among words that are to go writes words that stay', () => {
    const doc = suggestedBy(ben, deletedByAna, (tr) => tr.insert(8, documentSchema.text('x', tr.doc.resolve(8).marks())))
    expect(settle(doc, acceptAll).textContent).toBe('The x run at night.Nobody pays.')
  })
})

describe('what leaves', () => {
  const input: PreflightInput = { kind: defaultKinds[0]!, fields: {}, body: { type: 'doc' }, now: Instant.parse('2026-03-02T09:00:00.000Z'), policy: defaultPolicy, purpose: 'submit' }
  const open = suggestedBy(ben, suggestedBy(ana, ferries, (tr) => tr.insert(0, line('First.'))), (tr) => tr.delete(13, 20))

  test('a body never has what is only suggested, nor a trace of it', () => {
    expect(normaliseBody(open.toJSON())).toEqual({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The ferries run at night.' }] }, { type: 'paragraph', content: [{ type: 'text', text: 'Nobody pays.' }] }] })
  })

  test('preflight tells how many there are, and where the first one is in the text without them', () => {
    const [check] = suggestionChecks
    const found = check!.find({ ...input, suggestions: whereOpen(open) })
    expect(found).toEqual([{ message: '2 suggestions have no answer yet. The story leaves the desk without them.', place: { in: 'body', path: [0], excerpt: 'First.' }, fix: 'Accept or reject them; the Review tab lists all of them.' }])
    expect(check!.find(input)).toEqual([])
  })

  test('copied words read as if all were accepted, and of words that are to go they are the words', () => {
    const doc = suggestedBy(ana, ferries, (tr) => tr.replaceWith(5, 12, documentSchema.text('ships')))
    expect(copied(doc.slice(1, 20)).content.textBetween(0, 12)).toContain('The ships')
    expect(copied(doc.slice(5, 12)).content.firstChild?.marks ?? []).toEqual([])
    expect(copied(doc.slice(5, 12)).content.textBetween(0, copied(doc.slice(5, 12)).content.size)).toBe('ferries')
    const plain = ferries.slice(3, 30)
    expect(copied(plain)).toBe(plain)
  })

  test('a cursor stands at the same words before and after they are told as suggestions', () => {
    const doc = suggestedBy(ana, ferries, (tr) => tr.replaceWith(5, 12, documentSchema.text('ships')))
    const plain = settle(doc, acceptAll)
    expect(placeAtOffset(doc, acceptedOffset(plain, 10), 'first')).toBe(17)
    expect(placeAtOffset(doc, acceptedOffset(plain, 5), 'first')).toBe(5)
    expect(placeAtOffset(doc, acceptedOffset(plain, 5), 'last')).toBe(12)
    expect(placeAtOffset(plain, 10_000, 'first')).toBe(plain.content.size)
  })
})

describe('what somebody sends who means no good', () => {
  const wordsWith = (mark: object): Node => documentSchema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'words', marks: [mark] }] }] })

  test('is no link that leads where links may not, and no sort of formatting that there is none of', () => {
    for (const attrs of [{ id: 'x', by: ana, at: '', mark: 'link', now: { href: 'javascript:alert(1)' } }, { id: 'x', by: ana, at: '', mark: 'nonsense', now: {} }, { id: 'x', by: ana, at: '', mark: 'inserted', now: {} }]) {
      expect(settle(wordsWith({ type: 'restyled', attrs }), acceptAll).firstChild?.firstChild?.marks).toEqual([])
    }
  })

  test('is a suggestion of nobody when it says nothing that can be read, and does not leave either', () => {
    expect(withoutSuggestions(wordsWith({ type: 'inserted', attrs: { id: 7, by: null, at: {}, split: 'no' } })).textContent).toBe('')
    const block = nodes['paragraph']!.create({ turned: [{ type: 'doc', attrs: 3 }, 'no'], deleted: 'yes', joined: 4 }, documentSchema.text('words'))
    expect(withoutSuggestions(bodyOf(block)).eq(bodyOf(line('words')))).toBe(true)
    settle(bodyOf(nodes['paragraph']!.create({ turned: [{ type: 'table', attrs: {} }] }, documentSchema.text('words'))), acceptAll).check()
    expect(said(bodyOf(block))).toHaveLength(1)
  })
})
