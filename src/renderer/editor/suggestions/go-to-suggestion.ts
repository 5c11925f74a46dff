import type { OpenSuggestion } from '@shared/suggestions/open-suggestions'
import type { Editor } from '@tiptap/core'
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'
import { keyOf } from './answer'
import { setActive } from './suggestion-list'

/** Selects what a suggestion is about, and brings it into sight. */
export function goToSuggestion(editor: Editor, suggestion: OpenSuggestion, byKey: boolean): void {
  const { doc, tr } = editor.state
  const [from, to] = [Math.min(suggestion.from, doc.content.size), Math.min(suggestion.to, doc.content.size)]
  const node = doc.nodeAt(from)
  const whole = node !== null && !node.isText && node.isAtom && NodeSelection.isSelectable(node)
  const selection = whole ? NodeSelection.create(doc, from) : TextSelection.between(doc.resolve(from), doc.resolve(to))
  editor.view.dispatch(tr.setSelection(selection.empty && !whole ? Selection.near(doc.resolve(from)) : selection).scrollIntoView())
  editor.view.focus()
  setActive(keyOf(suggestion), byKey)
}

/** The next or previous suggestion from the cursor on; from the one that is meant, when the cursor is in it. Starts over at the end. */
export function stepFrom(list: readonly OpenSuggestion[], active: string | null, cursor: number, by: 1 | -1): OpenSuggestion | null {
  if (list.length === 0) return null
  const at = list.findIndex((one) => keyOf(one) === active)
  const isThere = at >= 0 && cursor >= (list[at]?.from ?? 0) && cursor <= (list[at]?.to ?? 0)
  if (isThere) return list.at((at + by + list.length) % list.length) ?? null
  const next = by === 1 ? list.findIndex(({ from }) => from >= cursor) : list.findLastIndex(({ to }) => to <= cursor)
  return (next < 0 ? (by === 1 ? list[0] : list.at(-1)) : list[next]) ?? null
}
