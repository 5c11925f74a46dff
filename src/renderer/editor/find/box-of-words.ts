import type { Editor } from '@tiptap/core'
import { wordsOfBlocks, type BlockWords } from './words-of-blocks'

export type Box = HTMLInputElement | HTMLTextAreaElement

/** The box in which words of a block are written; null while it is not on the screen, or when there is none. */
export function boxOfWords(editor: Editor, { at, name }: Pick<BlockWords, 'at' | 'name'>): Box | null {
  const block = editor.view.nodeDOM(at)
  if (!(block instanceof HTMLElement)) return null
  const boxes = [...block.querySelectorAll<Box>(`[data-words="${CSS.escape(name)}"]`)]
  // The pictures of a gallery, or of a table, have boxes of their own.
  const isPicture = editor.state.doc.nodeAt(at)?.type.name === 'figure'
  return boxes.find((box) => isPicture || box.closest('figure') === null) ?? null
}

/** Which words of which block are written in a box; null for a box of something else, or an empty one. */
export function wordsInBox(editor: Editor, box: Element): BlockWords | null {
  if (!box.matches('[data-words]') || !editor.view.dom.contains(box)) return null
  return wordsOfBlocks(editor.state.doc).find((words) => boxOfWords(editor, words) === box) ?? null
}
