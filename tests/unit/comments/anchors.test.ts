import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { findText, placeOfWords, type FoundPlace } from '../../../src/shared/comments/place-in-body'
import type { TextPlace } from '../../../src/shared/comments/comment-place'
import { mapBody } from '../../../src/shared/comments/body-map'
import { stretchBetween, textFlow } from '../../../src/shared/comments/text-flow'
import { documentSchema } from '../../../src/shared/document/schema'
import { storyBody } from '../../../src/shared/story/story-doc'
import { anyBody } from '../document/arbitrary-body'
import { Draft } from './a-body'

// Hundreds of made-up cases each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 })

/** Words of which none is part of another. */
const vocabulary = ['harbour', 'quay', 'ferry', 'council', 'mayor', 'bridge', 'tram', 'night', 'vote', 'ticket', 'summer', 'island']
const sentence = fc.array(fc.constantFrom(...vocabulary), { minLength: 3, maxLength: 9 }).map((words) => words.join(' '))
/** The words of the comment are nowhere else. */
const marked = 'seventeen lanterns'
const around = fc.record({ before: fc.array(sentence, { maxLength: 3 }), left: sentence, right: sentence, behind: fc.array(sentence, { maxLength: 3 }) })
type Around = typeof around extends fc.Arbitrary<infer T> ? T : never

function draftWith({ before, left, right, behind }: Around): { readonly draft: Draft; readonly place: TextPlace } {
  const draft = Draft.of(...before, `${left} ${marked} ${right}`, ...behind)
  return { draft, place: placeOf(draft, marked) }
}

function placeOf(draft: Draft, words: string): TextPlace {
  const { from, to } = draft.where(words)
  const place = placeOfWords(draft.body, from, to)
  if (place === null) throw new Error('These words have no place')
  return place
}

const find = (draft: Draft, place: TextPlace): FoundPlace | null => findText(draft.body, place)
const wordsAt = (draft: Draft, found: FoundPlace | null): string | null => (found === null ? null : draft.words(found.from, found.to))

/** Typing or deleting somewhere in the text, but not in the words of the comment. */
const edit = fc.record({ at: fc.nat(400), remove: fc.nat(12), insert: fc.oneof(fc.constant(''), fc.constantFrom(...vocabulary), fc.constantFrom(' ', 's', 'lantern')) })
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function editElsewhere(draft: Draft, { at, remove, insert }: Edit): void {
  const { from, to } = draft.where(marked)
  const { doc } = draft
  const start = at % (doc.content.size + 1)
  const $start = doc.resolve(start)
  if (!$start.parent.isTextblock) return
  const end = Math.min(start + remove, $start.end())
  // Right beside the words it may join them, in the words and on the page.
  if (start <= to && end >= from) return
  draft.edit((tr) => (insert === '' ? tr.delete(start, end) : tr.replaceWith(start, end, documentSchema.text(insert))))
}

describe('an anchor', () => {
  test('never leaves its words while the text around is edited', () => {
    fc.assert(
      fc.property(around, fc.array(edit, { maxLength: 12 }), (text, edits) => {
        const { draft, place } = draftWith(text)
        for (const one of edits) editElsewhere(draft, one)
        expect(find(draft, place)).toMatchObject(draft.where(marked))
      }),
      { numRuns: 120 },
    )
  })

  test('is at the same words on both desks after two people edited offline', () => {
    fc.assert(
      fc.property(around, fc.array(edit, { maxLength: 6 }), fc.array(edit, { maxLength: 6 }), (text, here, there) => {
        const { draft: one, place } = draftWith(text)
        const other = one.copy()
        for (const each of here) editElsewhere(one, each)
        for (const each of there) editElsewhere(other, each)
        one.takeIn(other)
        other.takeIn(one)
        expect(find(one, place)).toEqual(find(other, place))
        expect(find(one, place)).toMatchObject(one.where(marked))
      }),
      { numRuns: 100 },
    )
  })

  test('is gone with its words, whatever else is in the text, and comes back when that is undone', () => {
    fc.assert(
      fc.property(around, fc.array(edit, { maxLength: 4 }), fc.array(edit, { maxLength: 4 }), (text, before, meanwhile) => {
        const { draft, place } = draftWith(text)
        for (const one of before) editElsewhere(draft, one)
        const history = new Y.UndoManager(storyBody(draft.story), { trackedOrigins: new Set(['typed']) })
        history.stopCapturing()
        const { from, to } = draft.where(marked)
        draft.edit((tr) => tr.delete(from, to))
        expect(find(draft, place)).toBeNull()
        history.stopCapturing()
        // Others go on writing meanwhile.
        const other = draft.copy()
        for (const { at, insert } of meanwhile) {
          const { doc } = other
          const position = at % (doc.content.size + 1)
          if (insert !== '' && doc.resolve(position).parent.isTextblock) other.edit((tr) => tr.insert(position, documentSchema.text(insert)))
        }
        draft.takeIn(other)
        history.undo()
        expect(wordsAt(draft, find(draft, place))).toContain(marked)
        history.destroy()
      }),
      { numRuns: 80 },
    )
  })

  test('goes along when its block changes places with others, and when its block is cut in two or joined with another', () => {
    fc.assert(
      fc.property(around, fc.infiniteStream(fc.nat()), fc.nat(), fc.boolean(), (text, stream, cut, join) => {
        const { draft, place } = draftWith(text)
        const order = shuffled(draft.doc.childCount, stream)
        draft.reorder(order)
        expect(wordsAt(draft, find(draft, place))).toBe(marked)

        // Its place is noted anew, as the window does it.
        const noted = placeOf(draft, marked)
        const { from, to } = draft.where(marked)
        const $from = draft.doc.resolve(from)
        const left = $from.start() + (cut % Math.max(1, from - $from.start()))
        const right = to + (cut % Math.max(1, $from.end() - to))
        draft.edit((tr) => tr.split(join ? right : left))
        expect(wordsAt(draft, find(draft, noted))).toBe(marked)

        const again = placeOf(draft, marked)
        const index = draft.doc.resolve(draft.where(marked).from).index(0)
        if (index > 0) draft.edit((tr) => tr.join(draft.doc.resolve(draft.where(marked).from).before(1)))
        expect(wordsAt(draft, find(draft, again))).toBe(marked)
      }),
      { numRuns: 100 },
    )
  })
})

function shuffled(count: number, stream: Iterator<number>): number[] {
  const order = Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last--) {
    const other = Number(stream.next().value ?? 0) % (last + 1)
    const [a, b] = [order[last] ?? 0, order[other] ?? 0]
    order[last] = b
    order[other] = a
  }
  return order
}

test('words that are twice in a text are rather given up than taken for the other ones', () => {
  const draft = Draft.of('The ferry leaves at nine.', 'The ferry leaves at nine.')
  const { from, to } = draft.where('ferry')
  const place = placeOfWords(draft.body, from, to)
  expect(place).toMatchObject({ words: 'ferry', before: '\nThe ' })
  if (place === null) return
  draft.edit((tr) => tr.delete(from, to))
  expect(findText(draft.body, place)).toBeNull()
})

test('words that are cut and put elsewhere are found there', () => {
  const draft = Draft.of('Nine port cities agreed on Monday.', 'The vote is on Friday.')
  const place = placeOf(draft, 'port cities agreed')
  const { from, to } = draft.where('port cities agreed ')
  draft.edit((tr) => tr.delete(from, to))
  expect(find(draft, place)).toBeNull()
  draft.edit((tr) => tr.insert(draft.where('on Friday').from, documentSchema.text('port cities agreed ')))
  expect(find(draft, place)).toMatchObject({ by: 'words' })
  expect(wordsAt(draft, find(draft, place))).toBe('port cities agreed')
})

test('an anchor stays with what is left of its words, and with what was written into them', () => {
  const draft = Draft.of('Nine port cities agreed on Monday.')
  const place = placeOf(draft, 'port cities')
  const { from, to } = draft.where('port cities')
  draft.edit((tr) => tr.insert(from + 4, documentSchema.text(' and river')))
  expect(wordsAt(draft, find(draft, place))).toBe('port and river cities')
  draft.edit((tr) => tr.delete(from, to - 6 + 10))
  expect(wordsAt(draft, find(draft, place))).toBe('cities')
})

test('words over several paragraphs, with a footnote between, are one place', () => {
  const note = { type: 'footnote', content: [{ type: 'text', text: 'As counted in May.' }] }
  const draft = Draft.of({ type: 'paragraph', content: [{ type: 'text', text: 'Nine port cities' }, note, { type: 'text', text: ' agreed.' }] }, 'They met on Monday.')
  const place = placeOfWords(draft.body, draft.where('port').from, draft.where('met').to)
  expect(place?.words.replaceAll('\n', ' / ')).toBe('port cities agreed. / As counted in May. / They met')
  if (place === null) return
  expect(find(draft, place)).toEqual({ from: draft.where('port').from, to: draft.where('met').to, by: 'anchor' })
  const inNote = placeOf(draft, 'counted in May')
  expect(wordsAt(draft, find(draft, inNote))).toBe('counted in May')
})

test('every position of any text leads into the body of Yjs and back', () => {
  fc.assert(
    fc.property(anyBody, (json) => {
      const draft = Draft.of()
      draft.write(documentSchema.nodeFromJSON(json))
      const { doc, map, flow } = draft.body
      doc.descendants((node, position) => {
        const place = map.placeAt(position)
        expect(place === null ? null : map.positionOf(place.type, place.index)).toBe(position)
        if (!node.isText) return
        const stretch = stretchBetween(flow, position, position + node.nodeSize)
        if ((node.text ?? '').trim() !== '') expect(stretch === null ? null : flow.text.slice(stretch.start, stretch.end)).toBe((node.text ?? '').trim())
      })
      expect(mapBody(storyBody(draft.story)).placeAt(doc.content.size + 5)).toBeNull()
    }),
    { numRuns: 150 },
  )
})

test('an anchor that somebody made up leads nowhere', () => {
  const draft = Draft.of('Nine port cities.')
  const place = placeOf(draft, 'port')
  fc.assert(
    fc.property(fc.base64String({ minLength: 4, maxLength: 80 }), fc.base64String({ minLength: 4, maxLength: 80 }), (start, end) => {
      const names = [...draft.story.share.keys()]
      const found = findText(draft.body, { ...place, words: 'nowhere to be found', start, end })
      if (found !== null) expect(found.from).toBeLessThan(found.to)
      // Nothing was made in the document by looking.
      expect([...draft.story.share.keys()]).toEqual(names)
    }),
    { numRuns: 200 },
  )
  expect(textFlow(draft.doc).text).toBe('\nNine port cities.\n')
})
