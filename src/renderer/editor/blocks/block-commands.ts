import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import type { CommandHandlers } from '../../app/command-registry'
import type { StorySession } from '../../story/story-session'
import { applyAsOneStep } from '../body/one-step'
import { blocksOf, duplicatedBlocks, movedBlocks, withoutBlocks, type BlockRange } from './block-range'
import { BlockSelection } from './block-selection'

/** Does something to the selected blocks, or to the block with the cursor, as one step of the history. Answers whether there was something to do. */
export function changeBlocks(session: StorySession, editor: Editor, change: (range: BlockRange) => Transaction | null): boolean {
  const range = blocksOf(editor.state.selection)
  return applyAsOneStep(session, editor, range && change(range))
}

/** Selects the block with the cursor as a whole. */
export function selectBlock(editor: Editor): boolean {
  const range = blocksOf(editor.state.selection)
  if (range === null) return false
  const { state, view } = editor
  view.dispatch(state.tr.setSelection(BlockSelection.over(state.doc, range.start, range.first, range.last)))
  view.focus()
  return true
}

export function blockCommands(session: StorySession, editor: Editor): CommandHandlers {
  const change = (how: (range: BlockRange) => Transaction | null) => (): void => void changeBlocks(session, editor, how)
  return {
    'block.moveUp': change((range) => movedBlocks(editor.state, range, -1)),
    'block.moveDown': change((range) => movedBlocks(editor.state, range, 1)),
    'block.duplicate': change((range) => duplicatedBlocks(editor.state, range)),
    'block.delete': change((range) => withoutBlocks(editor.state, range)),
    'block.select': () => void selectBlock(editor),
  }
}
