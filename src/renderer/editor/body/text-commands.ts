import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { CommandHandlers } from '../../app/command-registry'
import type { StorySession } from '../../story/story-session'
import { chooseFiles, choosePictures } from '../files/choose-files'
import { insertFiles } from '../files/insert-files'
import { enterControls } from './card-keys'
import { footnoteCommands } from './footnote-commands'
import { leaveFootnote } from './footnote-keys'
import { insertGallery } from './gallery'
import { insertCard } from './insert-cards'
import { editListStart } from './list-start'
import { markCommands } from './marks/mark-commands'
import { tableCommands } from './tables/table-commands'
import { nodeAround } from './turn/quote-turns'
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
    'insert.image': () => void choosePictures('several').then((files) => insertFiles(editor, files)),
    'insert.gallery': () => void choosePictures('several').then((files) => insertGallery(editor, files)),
    'insert.attachment': () => void chooseFiles('several').then((files) => insertFiles(editor, files)),
    'insert.table': () => block().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    'insert.footnote': () => insertFootnote(session, editor),
    'insert.rule': () => block().setHorizontalRule().run(),
    'insert.button': () => insertCard(editor, session.startStep, 'button'),
    'insert.subscribe': () => insertCard(editor, session.startStep, 'button', { purpose: 'subscribe' }),
    'insert.embed': () => insertCard(editor, session.startStep, 'embed'),
    'insert.relatedStories': () => insertCard(editor, session.startStep, 'relatedStories'),
    'block.options': { run: () => void enterControls(editor), enabled: () => inText(editor) },
    'list.toggleTask': { run: () => toggleTask(session, editor), enabled: () => nodeAround(editor.state.selection.$from, 'taskItem') !== null },
    'list.start': { run: () => void editListStart(editor), enabled: () => nodeAround(editor.state.selection.$from, 'orderedList') !== null },
    ...tableCommands(session, editor),
    ...footnoteCommands(editor),
    ...markCommands(session, editor),
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

const inText = (editor: Editor): boolean => editor.isFocused

/** Ticks the task with the cursor, or takes the tick away. */
function toggleTask(session: StorySession, editor: Editor): void {
  const task = nodeAround(editor.state.selection.$from, 'taskItem')
  if (task === null) return
  session.startStep()
  editor.view.dispatch(editor.state.tr.setNodeAttribute(task.position, 'checked', task.node.attrs['checked'] !== true))
  session.startStep()
}

/** Whether the cursor is in a field that is no part of a story, such as the search box: it has its own history. */
function inOtherField(): boolean {
  const element = document.activeElement
  return element instanceof HTMLElement && element.matches('input, textarea') && element.closest('[data-story-field], [data-card-text]') === null
}
