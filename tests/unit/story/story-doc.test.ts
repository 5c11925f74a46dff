import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { readField, readFields, replaceText, storyFields, storyText, storyThreads, writeField } from '../../../src/shared/story/story-doc'
import { readThreads } from '../../../src/shared/story/thread'

// Hundreds of made-up cases each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 })

const headline = { id: 'headline', type: 'text' as const }
const topics = { id: 'topics', type: 'list' as const }
const asset = 'a'.repeat(64)

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function merge(one: Y.Doc, other: Y.Doc): void {
  const [fromOne, fromOther] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)]
  Y.applyUpdate(one, fromOther)
  Y.applyUpdate(other, fromOne)
}

describe('a text field', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', ' ', 'é', '😀', '😃', '👩‍💻', '港'), { maxLength: 12 }).map((parts) => parts.join(''))

  test('becomes exactly what was written, and is the same after it was stored', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 5 }), (versions) => {
        const doc = new Y.Doc()
        for (const version of versions) {
          replaceText(storyText(doc, 'headline'), version)
          expect(storyText(doc, 'headline').toString()).toBe(version)
          expect(storyText(copyOf(doc), 'headline').toString()).toBe(version)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('keeps both changes when two people edit different parts of it offline', () => {
    fc.assert(
      fc.property(letters, letters, letters, letters, letters, (start, middle, end, newStart, newEnd) => {
        const base = new Y.Doc()
        replaceText(storyText(base, 'headline'), `${start}|${middle}|${end}`)
        const [one, other] = [copyOf(base), copyOf(base)]
        replaceText(storyText(one, 'headline'), `${newStart}|${middle}|${end}`)
        replaceText(storyText(other, 'headline'), `${start}|${middle}|${newEnd}`)
        merge(one, other)
        expect(storyText(one, 'headline').toString()).toBe(`${newStart}|${middle}|${newEnd}`)
        expect(storyText(other, 'headline').toString()).toBe(`${newStart}|${middle}|${newEnd}`)
      }),
      { numRuns: 150 },
    )
  })

  test('that two people start offline has the words of both', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    writeField(one, headline, 'Nine ports')
    writeField(other, headline, 'Ten ports')
    merge(one, other)
    const text = storyText(one, 'headline').toString()
    expect(storyText(other, 'headline').toString()).toBe(text)
    expect([...text].sort()).toEqual([...'Nine portsTen ports'].sort())
  })

  test('comes to the same on both computers, whatever was written', () => {
    fc.assert(
      fc.property(letters, letters, letters, (base, here, there) => {
        const first = new Y.Doc()
        replaceText(storyText(first, 'headline'), base)
        const [one, other] = [copyOf(first), copyOf(first)]
        replaceText(storyText(one, 'headline'), here)
        replaceText(storyText(other, 'headline'), there)
        merge(one, other)
        expect(storyText(one, 'headline').toString()).toBe(storyText(other, 'headline').toString())
        expect(storyText(one, 'headline').toString()).not.toMatch(/\p{Surrogate}/u)
      }),
      { numRuns: 150 },
    )
  })

  test('without words is empty', () => {
    const doc = new Y.Doc()
    writeField(doc, headline, ' \n')
    expect(readField(doc, headline)).toBeUndefined()
    writeField(doc, headline, undefined)
    expect(storyText(doc, 'headline').toString()).toBe('')
  })
})

describe('other fields', () => {
  test('hold lists, images and files, and forget what is unset', () => {
    const doc = new Y.Doc()
    writeField(doc, topics, ['ports', 'money'])
    writeField(doc, { id: 'report', type: 'file' }, { asset, name: 'Survey.pdf' })
    writeField(doc, { id: 'heroImage', type: 'image' }, { asset, alt: 'The quay', decorative: false, caption: '', credit: '' })
    const fields = [topics, { id: 'report', type: 'file' as const }, { id: 'heroImage', type: 'image' as const }].map((field) => ({ ...field, label: field.id, required: false }))
    expect(readFields(doc, fields)).toEqual({ topics: ['ports', 'money'], report: { asset, name: 'Survey.pdf' }, heroImage: { asset, alt: 'The quay', decorative: false, caption: '', credit: '' } })
    writeField(doc, topics, [])
    expect(readField(doc, topics)).toBeUndefined()
    writeField(doc, topics, undefined)
    expect(storyFields(doc).has('topics')).toBe(false)
  })

  test('are empty when they hold what a field can’t', () => {
    for (const value of [7, true, null, { asset: 'not a hash' }, { asset: 7 }, [7], new Y.Map(), new Uint8Array(3)]) {
      const doc = new Y.Doc()
      storyFields(doc).set('topics', value)
      expect(readField(doc, topics)).toBeUndefined()
    }
  })
})

describe('conversations', () => {
  const by = '0'.repeat(32)
  const at = (minute: number): string => `2026-03-02T09:0${minute}:00.000Z`
  const uuid = (digit: number): string => `2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b0${digit}`
  const comment = (digit: number, text: string) => ({ id: uuid(digit), by, at: at(digit), text })

  function put(doc: Y.Doc, id: string, parts: Record<string, unknown>, comments: readonly unknown[]): void {
    const thread = new Y.Map<unknown>()
    for (const [key, value] of Object.entries({ by, at: at(1), quote: 'nine ports', resolved: false, ...parts })) thread.set(key, value)
    const list = new Y.Array<unknown>()
    list.push([...comments])
    if (!('comments' in parts)) thread.set('comments', list)
    storyThreads(doc).set(id, thread)
  }

  test('are read oldest first, comments too', () => {
    const doc = new Y.Doc()
    put(doc, uuid(8), { at: at(5) }, [comment(6, 'Second'), comment(5, 'First')])
    put(doc, uuid(9), { at: at(2) }, [comment(2, 'Before')])
    expect(readThreads(doc).map(({ comments }) => comments.map(({ text }) => text))).toEqual([['Before'], ['First', 'Second']])
  })

  test('what is none is left out, and the others are read', () => {
    const doc = new Y.Doc()
    put(doc, uuid(1), {}, [comment(1, 'Fine'), { ...comment(2, 'x'), by: 'nobody' }, { ...comment(3, 'x'), text: 'x'.repeat(10_001) }, null, 'words', new Y.Map(), comment(1, 'Fine')])
    put(doc, 'not an id', {}, [comment(1, 'x')])
    put(doc, uuid(2), { at: 'yesterday' }, [comment(1, 'x')])
    put(doc, uuid(3), { quote: 'x'.repeat(501) }, [comment(1, 'x')])
    put(doc, uuid(4), {}, [])
    put(doc, uuid(5), { comments: 'none' }, [])
    put(doc, uuid(6), { resolved: 'yes' }, [comment(1, 'Open')])
    storyThreads(doc).set(uuid(7), 'no thread')
    expect(readThreads(doc).map(({ id, resolved, comments }) => [id, resolved, comments.length])).toEqual([[uuid(1), false, 1], [uuid(6), false, 1]])
  })
})
