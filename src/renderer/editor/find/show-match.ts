import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { fieldBox } from '../proofing/place'
import { flash, whenInForm } from '../reveal'
import { boxOfWords, type Box } from './box-of-words'
import { bringIntoView, showInText } from './show-in-text'
import type { StoryMatch } from './story-matches'

/** Brings a match into view and selects its words, without taking the focus from where it is. */
export function showMatch(editor: Editor, match: StoryMatch): void {
  if (match.in === 'body') return showInText(editor, match.match.from, match.match.to)
  const select = (box: Box): void => {
    box.scrollIntoView({ block: 'nearest' })
    box.setSelectionRange(match.stretch.from, match.stretch.to)
    flash(box)
  }
  if (match.in === 'field') return whenInForm(() => fieldBox(match.field), select)
  selectBlock(editor, match.at)
  const box = boxOfWords(editor, match)
  if (box !== null) select(box)
}

/** Goes on with a match: its words are selected, where one writes. */
export function goToMatch(editor: Editor, match: StoryMatch | undefined): void {
  const box = match === undefined || match.in === 'body' ? null : boxOf(editor, match)
  if (box !== null && match !== undefined && match.in !== 'body') {
    box.focus()
    return box.setSelectionRange(match.stretch.from, match.stretch.to)
  }
  const { doc, tr } = editor.state
  if (match?.in === 'body' && match.match.to <= doc.content.size) editor.view.dispatch(tr.setSelection(TextSelection.create(doc, match.match.from, match.match.to)))
  editor.view.focus()
}

/** The box in which a match is written; null for what has none. */
function boxOf(editor: Editor, match: Exclude<StoryMatch, { in: 'body' }>): Box | null {
  return match.in === 'field' ? fieldBox(match.field) : boxOfWords(editor, match)
}

function selectBlock(editor: Editor, at: number): void {
  const { doc, tr } = editor.state
  const node = doc.nodeAt(at)
  if (node === null) return
  editor.view.dispatch(tr.setSelection(node.isAtom ? NodeSelection.create(doc, at) : TextSelection.near(doc.resolve(at + 1))))
  bringIntoView(editor, at)
}
