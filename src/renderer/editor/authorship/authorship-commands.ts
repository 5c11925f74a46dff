import type { Editor } from '@tiptap/core'
import type { CommandHandlers } from '../../app/command-registry'
import { showMode, useApp } from '../../app/app-store'
import type { StorySession } from '../../story/story-session'
import { inform } from '../../ui/notices'
import { blocksOf } from '../blocks/block-range'
import { useShownEditor } from '../insert-words'
import { askAboutBlock, askAboutField, showWholeAuthorship, useAuthorship } from './authorship-store'

/** Asks who wrote the field or the block with the cursor, and shows it for the whole story. */
export function authorshipCommands(session: StorySession): CommandHandlers {
  return {
    'story.blame': () => askWhoWrote(session, useShownEditor.getState().editor),
    'view.authors': () => {
      const on = useAuthorship.getState().whole !== session.id
      showWholeAuthorship(on ? session.id : null)
      if (on && useApp.getState().mode === 'preview') showMode('write')
      inform(on ? 'The text shows who wrote what.' : 'The text is shown as it is.')
    },
  }
}

function askWhoWrote(session: StorySession, editor: Editor | null): void {
  const field = document.activeElement?.closest<HTMLElement>('[data-story-field]')?.dataset['storyField']
  if (field !== undefined) return askAboutField(session.id, field)
  const block = editor === null || editor.isDestroyed ? null : blocksOf(editor.state.selection)
  if (block === null) inform('Put the cursor into the text or a field first.')
  else askAboutBlock(session.id, block.from)
}
