import type { Editor } from '@tiptap/core'
import type { CommandHandlers } from '../../app/command-registry'
import { showMode, useApp } from '../../app/app-store'
import type { StorySession } from '../../story/story-session'
import { inform } from '../../ui/notices'
import { blocksOf } from '../blocks/block-range'
import { askAboutBlock, showWholeAuthorship, useAuthorship } from './authorship-store'

/** Asks who wrote the block with the cursor, and shows it for the whole text. */
export function authorshipCommands(session: StorySession, editor: Editor): CommandHandlers {
  return {
    'story.blame': () => {
      const block = blocksOf(editor.state.selection)
      if (block !== null) askAboutBlock(session.id, block.from)
    },
    'view.authors': () => {
      const on = useAuthorship.getState().whole !== session.id
      showWholeAuthorship(on ? session.id : null)
      if (on && useApp.getState().mode === 'preview') showMode('write')
      inform(on ? 'The text shows who wrote what.' : 'The text is shown as it is.')
    },
  }
}
