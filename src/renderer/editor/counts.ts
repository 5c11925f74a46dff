import { lengthOfText, noLength, sumOf, type TextLength } from '@shared/story/text-length'
import { isSuggestedInsertion } from '@shared/suggestions/plain'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, type Selection } from '@tiptap/pm/state'
import { useEffect, useState } from 'react'
import { afterPause } from '../app/after-pause'

export interface Counts {
  readonly story: TextLength
  /** Of the selection, when something is selected. */
  readonly selected: TextLength | null
}

const pauseMs = 250
/** A story that was just opened is shown first, then counted. Milliseconds. */
const openingMs = 40
/** A slice of counting; the next one waits for its turn. Milliseconds. */
const sliceMs = 6

/** A block that has not changed is counted once. */
const counted = new WeakMap<Node, TextLength>()

/**
 * How long the text is, told a moment after the last change. Counting takes no part in typing: only blocks that are new
 * are counted, a few milliseconds at a time.
 */
export function useCounts(editor: Editor): Counts {
  const [counts, setCounts] = useState<Counts>(() => ({ story: noLength, selected: null }))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = (): void => {
      if (editor.isDestroyed) return
      const { doc, selection } = editor.state
      if (!countSome(doc)) return void (timer = setTimeout(count))
      const selected = selection instanceof NodeSelection || selection.empty ? null : lengthOfSelection(doc, selection)
      setCounts({ story: lengthBetween(doc, 0, doc.content.size), selected })
    }
    const soon = afterPause(count, pauseMs)
    timer = setTimeout(count, openingMs)
    editor.on('update', soon)
    editor.on('selectionUpdate', soon)
    return () => {
      clearTimeout(timer)
      soon.cancel()
      editor.off('update', soon)
      editor.off('selectionUpdate', soon)
    }
  }, [editor])
  return counts
}

/** Of cells that are selected, each is a stretch of its own. */
const lengthOfSelection = (doc: Node, { ranges }: Selection): TextLength => ranges.reduce((sum, { $from, $to }) => sumOf(sum, lengthBetween(doc, $from.pos, $to.pos)), noLength)

/** Counts blocks that are not counted yet, for a slice of time. Answers whether all are. */
function countSome(doc: Node): boolean {
  const until = performance.now() + sliceMs
  for (const block of doc.children) {
    if (counted.has(block)) continue
    lengthOfBlock(block)
    if (performance.now() > until) return false
  }
  return true
}

function lengthOfBlock(block: Node): TextLength {
  const known = counted.get(block)
  if (known !== undefined) return known
  if (isSuggestedInsertion(block)) return noLength
  const length = block.isTextblock ? lengthOfText(wordsOf(block, 0, block.content.size)) : block.children.reduce((sum, child) => sumOf(sum, lengthOfBlock(child)), noLength)
  counted.set(block, length)
  return length
}

/** How long a part of the text is: whole blocks as they were counted, and what there is of the first and the last. */
export function lengthBetween(doc: Node, from: number, to: number): TextLength {
  let length = noLength
  doc.forEach((block, start) => {
    const end = start + block.nodeSize
    if (end <= from || start >= to) return
    length = sumOf(length, from <= start && end <= to ? lengthOfBlock(block) : partOf(block, from - start - 1, to - start - 1))
  })
  return length
}

function partOf(block: Node, from: number, to: number): TextLength {
  if (block.isTextblock) return lengthOfText(wordsOf(block, Math.max(0, from), Math.min(block.content.size, to)))
  return block.isLeaf ? noLength : lengthBetween(block, from, to)
}

/** A footnote's words stand apart from the word that it belongs to; breaks are spaces. What is only suggested does not count, for it does not leave the desk. */
function wordsOf(block: Node, from: number, to: number): string {
  const parts: string[] = []
  if (from < to)
    block.nodesBetween(from, to, (node, position) => {
      if (isSuggestedInsertion(node)) return false
      if (node.isText && node.text !== undefined) parts.push(node.text.slice(Math.max(0, from - position), to - position))
      else parts.push(' ')
      return true
    })
  return parts.join('').trim()
}
