import { authorsIn, type FindAuthors } from '@shared/history/authorship'
import { runsOf, type AuthoredRun } from '@shared/history/blame'
import { letterOfBlock, textsIn } from '@shared/history/letters'
import { storyBody } from '@shared/story/story-doc'
import type { Editor } from '@tiptap/core'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import * as Y from 'yjs'
import type { StorySession } from '../../story/story-session'
import { blockAt } from '../blocks/block-range'

/** Words of one author, with their place in the text. */
export interface AuthoredWords {
  readonly from: number
  readonly to: number
  readonly who: AuthoredRun['who']
}

/** A block with who wrote it. One without words says who put it there. */
export interface AuthoredBlock {
  readonly from: number
  readonly to: number
  readonly runs: readonly AuthoredRun[]
  readonly words: readonly AuthoredWords[]
}

/** Who wrote the blocks of a text, from first to last. */
export function authoredBlocks(session: StorySession, editor: Editor): AuthoredBlock[] {
  session.settle()
  const find = authorsIn(session.doc)
  const parts = storyBody(session.doc).toArray()
  const blocks: AuthoredBlock[] = []
  editor.state.doc.forEach((node, from, index) => {
    const block = authored(parts[index], node, from, find)
    if (block !== null) blocks.push(block)
  })
  return blocks
}

/** Who wrote the block around a place of the text; null where there is none. */
export function authoredBlockAt(session: StorySession, editor: Editor, position: number): AuthoredBlock | null {
  session.settle()
  const { doc } = editor.state
  const at = doc.resolve(Math.min(position, doc.content.size))
  const range = blockAt(at)
  if (range === null) return null
  const path = [...pathTo(doc.resolve(range.start)), range.first]
  return authored(partAt(session.doc, path), range.parent.child(range.first), range.from, authorsIn(session.doc))
}

/** Which child leads on, at each level above a place. */
const pathTo = (place: ResolvedPos): number[] => Array.from({ length: place.depth }, (_, depth) => place.index(depth))

function partAt(doc: Y.Doc, path: readonly number[]): unknown {
  let part: unknown = storyBody(doc)
  for (const index of path) part = part instanceof Y.XmlFragment ? part.get(index) : undefined
  return part
}

function authored(part: unknown, node: Node, from: number, find: FindAuthors): AuthoredBlock | null {
  if (!(part instanceof Y.XmlElement) || part.nodeName !== node.type.name) return null
  const block = { from, to: from + node.nodeSize }
  const runs = runsOf(textsIn(part), find)
  const words = placed(runs, lettersOf(node, from))
  if (runs.length > 0) return { ...block, runs, words }
  const letter = letterOfBlock(part)
  return letter === null ? null : { ...block, words, runs: [{ text: ' ', who: find(letter, 1)[0]?.who ?? null }] }
}

interface Letters {
  readonly from: number
  readonly length: number
}

/** Where the letters of a block are, in their order. */
function lettersOf(block: Node, start: number): Letters[] {
  const letters: Letters[] = []
  block.descendants((node, place) => {
    if (node.text !== undefined) letters.push({ from: start + 1 + place, length: node.text.length })
  })
  return letters
}

/** Gives each run its places. A block whose text and document differ, as in the middle of a change, gets none. */
function placed(runs: readonly AuthoredRun[], letters: readonly Letters[]): AuthoredWords[] {
  const sum = (lengths: readonly number[]): number => lengths.reduce((all, length) => all + length, 0)
  if (sum(runs.map(({ text }) => text.length)) !== sum(letters.map(({ length }) => length))) return []
  const words: AuthoredWords[] = []
  const left = runs.map(({ text, who }) => ({ length: text.length, who }))
  for (const { from, length } of letters) {
    let at = from
    while (at < from + length) {
      const [next] = left
      if (next === undefined) return words
      const taken = Math.min(next.length, from + length - at)
      if (taken > 0) words.push({ from: at, to: at + taken, who: next.who })
      at += taken
      next.length -= taken
      if (next.length === 0) left.shift()
    }
  }
  return words
}
