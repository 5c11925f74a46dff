import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { CommandHandlers } from '../../app/command-registry'
import type { StorySession } from '../../story/story-session'
import { chooseFiles, choosePictures } from '../files/choose-files'
import { insertFiles } from '../files/insert-files'
import { leaveFootnote } from './footnote-keys'
import { editLink } from './link-editing'
import { turnCommands } from './turn/turn-commands'

/** What menu, palette, shortcuts and toolbar do with the text of a story. Pasting as plain text is the browser's own command. */
export function textCommands(session: StorySession, editor: Editor): CommandHandlers {
  // Each command is a step of the history by itself.
  const chain = () => {
    session.startStep()
    return editor.chain().focus()
  }
  // A footnote holds words alone: a block goes behind it.
  const block = () => {
    leaveFootnote(editor)
    return chain()
  }
  return {
    ...turnCommands(session, editor),
    'edit.undo': { run: () => inOtherField() ? document.execCommand('undo') : session.history.undo(), enabled: () => inOtherField() || session.history.canUndo() },
    'edit.redo': { run: () => inOtherField() ? document.execCommand('redo') : session.history.redo(), enabled: () => inOtherField() || session.history.canRedo() },
    'format.bold': () => chain().toggleBold().run(),
    'format.italic': () => chain().toggleItalic().run(),
    'format.strike': () => chain().toggleStrike().run(),
    'format.code': () => chain().toggleCode().run(),
    'format.link': () => editLink(editor),
    'format.clear': () => chain().unsetAllMarks().clearNodes().run(),
    'insert.image': () => void choosePictures('several').then((files) => insertFiles(editor, files)),
    'insert.attachment': () => void chooseFiles('several').then((files) => insertFiles(editor, files)),
    'insert.table': () => block().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    'insert.footnote': () => insertFootnote(session, editor),
    'insert.rule': () => block().setHorizontalRule().run(),
  }
}

/** Puts an empty footnote behind the selection and the cursor into it. */
function insertFootnote(session: StorySession, editor: Editor): void {
  session.startStep()
  const { $to } = editor.state.selection
  const footnote = editor.schema.nodes['footnote']?.create()
  if (footnote === undefined || $to.parent.type === footnote.type || !$to.parent.canReplaceWith($to.index(), $to.index(), footnote.type)) return
  const tr = editor.state.tr.insert($to.pos, footnote)
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1)).scrollIntoView())
  editor.view.focus()
}

/** Whether the cursor is in a field that is no part of a story, such as the search box: it has its own history. */
function inOtherField(): boolean {
  const element = document.activeElement
  return element instanceof HTMLElement && element.matches('input, textarea') && element.closest('[data-story-field], .card') === null
}
