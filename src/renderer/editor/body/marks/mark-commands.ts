import type { Editor } from '@tiptap/core'
import type { CommandHandlers } from '../../../app/command-registry'
import type { StorySession } from '../../../story/story-session'
import { editLink } from '../links/link-editing'
import { editPhraseLanguage } from './phrase-language'

/** The looks of words, and what words can be: each choice is one step of the history. */
export function markCommands(session: StorySession, editor: Editor): CommandHandlers {
  const toggle = (mark: string) => (): void => {
    session.startStep()
    editor.chain().focus().toggleMark(mark).run()
  }
  return {
    'format.bold': toggle('bold'),
    'format.italic': toggle('italic'),
    'format.underline': toggle('underline'),
    'format.strike': toggle('strike'),
    'format.code': toggle('code'),
    'format.superscript': toggle('superscript'),
    'format.subscript': toggle('subscript'),
    'format.highlight': toggle('highlight'),
    'format.language': () => editPhraseLanguage(editor),
    'format.link': () => editLink(editor),
    'format.clear': () => {
      session.startStep()
      editor.chain().focus().unsetAllMarks().clearNodes().run()
    },
  }
}
