import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createHistory, typed } from '../../../src/renderer/story/history'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import { storyBody } from '../../../src/shared/story/story-doc'

const [kind] = defaultKinds
if (kind === undefined) throw new Error('There is no kind')
const ofKind = kind

/** A story of one block with a history; each change is a step. */
function writing(words = '') {
  const doc = new Y.Doc()
  const body = storyBody(doc)
  put(body, 'paragraph', words)
  const history = createHistory(doc, ofKind, () => undefined)
  const step = (change: () => void): void => {
    history.stopCapturing()
    doc.transact(change, typed)
    history.stopCapturing()
  }
  return {
    history,
    block: () => blockOf(body).nodeName,
    words: () => textOf(body).toString(),
    write: (at: number, words: string) => step(() => textOf(body).insert(at, words)),
    erase: (at: number, length: number) => step(() => textOf(body).delete(at, length)),
    /** As the editor tells of it: another block with the same words. */
    turn: (name: string) =>
      step(() => {
        const words = textOf(body).toString()
        body.delete(0, 1)
        put(body, name, words)
      }),
  }
}

function put(body: Y.XmlFragment, name: string, words: string): void {
  const element = new Y.XmlElement(name)
  element.insert(0, [new Y.XmlText(words)])
  body.insert(0, [element])
}

function blockOf(body: Y.XmlFragment): Y.XmlElement {
  const block: unknown = body.get(0)
  if (!(block instanceof Y.XmlElement)) throw new Error('There is no block')
  return block
}

function textOf(body: Y.XmlFragment): Y.XmlText {
  const text: unknown = blockOf(body).get(0)
  if (!(text instanceof Y.XmlText)) throw new Error('There is no text')
  return text
}

test('words that were erased, came back and then went with their block come back with it', () => {
  const story = writing('Harbour')
  story.write(0, 'The ')
  story.erase(4, 1)
  story.history.undo()
  story.turn('heading')
  story.history.undo()
  expect(story.words()).toBe('The Harbour')
  story.history.undo()
  expect(story.words()).toBe('Harbour')
})

test('undo takes back what was written, and not what came back beside it', () => {
  const story = writing('Harbour')
  story.write(0, 'The ')
  story.erase(4, 1)
  story.turn('heading')
  story.history.undo()
  story.history.undo()
  expect(story.words()).toBe('The Harbour')
  story.history.undo()
  expect(story.words()).toBe('Harbour')
})

test('a paragraph that came back by undo, and was written in since, is taken back whole', () => {
  const story = writing()
  story.write(0, 'Gamma delta')
  story.turn('heading')
  story.history.undo()
  story.write(8, 'X')
  expect(story.words()).toBe('Gamma deXlta')
  story.history.undo()
  expect(story.words()).toBe('Gamma delta')
  story.history.undo()
  expect(story.words()).toBe('')
  story.history.redo()
  story.history.redo()
  expect(story.words()).toBe('Gamma deXlta')
})

type Edit = readonly ['write' | 'erase' | 'turn' | 'undo' | 'redo', number, number]
const edits = fc.array(fc.tuple(fc.constantFrom('write', 'erase', 'turn', 'undo', 'redo'), fc.nat(30), fc.integer({ min: 1, max: 6 })), { maxLength: 30 })

// Where words were erased twice around each other, Yjs may bring them back in another order; the letters are what this is about.
test('whatever was written, erased, turned, undone and redone, undoing all of it leads back to the letters of the beginning, and redoing to those of the end', () => {
  fc.assert(
    fc.property(edits, (made: readonly Edit[]) => {
      const story = writing('begin')
      const before = lettersOf(story)
      for (const edit of made) apply(story, edit)
      while (story.history.canRedo()) story.history.redo()
      const after = lettersOf(story)
      while (story.history.canUndo()) story.history.undo()
      expect(lettersOf(story)).toBe(before)
      while (story.history.canRedo()) story.history.redo()
      expect(lettersOf(story)).toBe(after)
    }),
  )
})

/** The name of the block and its letters, sorted. */
const lettersOf = (story: ReturnType<typeof writing>): string => `${story.block()}: ${[...story.words()].sort().join('')}`

function apply(story: ReturnType<typeof writing>, [what, place, length]: Edit): void {
  const there = story.words().length
  const at = there === 0 ? 0 : place % (there + 1)
  if (what === 'write') story.write(at, 'abcdefgh'.slice(0, length))
  else if (what === 'erase') story.erase(at, Math.min(length, there - at))
  else if (what === 'turn') story.turn(`block${length}`)
  else story.history[what]()
}
