import type { OpenSuggestion } from '@shared/suggestions/open-suggestions'
import { isForField, type Suggestion } from '@shared/suggestions/suggestion'
import type { Editor } from '@tiptap/core'
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'
import type { StorySession } from '../../story/story-session'
import { keyOf } from './answer'
import { setActive } from './suggestion-list'

/** Goes to the field, or selects the words, that a suggestion is about. */
export function goToSuggestion(session: StorySession, editor: Editor, suggestion: Suggestion, byKey: boolean): void {
  if (isForField(suggestion)) session.reveal({ in: 'field', field: suggestion.field })
  else selectInText(editor, suggestion)
  setActive(keyOf(suggestion), byKey)
}

function selectInText(editor: Editor, suggestion: OpenSuggestion): void {
  const { doc, tr } = editor.state
  const [from, to] = [Math.min(suggestion.from, doc.content.size), Math.min(suggestion.to, doc.content.size)]
  const node = doc.nodeAt(from)
  const whole = node !== null && !node.isText && node.isAtom && NodeSelection.isSelectable(node)
  const selection = whole ? NodeSelection.create(doc, from) : TextSelection.between(doc.resolve(from), doc.resolve(to))
  editor.view.dispatch(tr.setSelection(selection.empty && !whole ? Selection.near(doc.resolve(from)) : selection).scrollIntoView())
  editor.view.focus()
}

/**
 * The next or previous suggestion from where one is: from the field, when one is in one, else from the cursor in the text; from the
 * suggestion that is meant, when one is at it. Fields come before the text. Starts over at the end.
 */
export function stepFrom(list: readonly Suggestion[], active: string | null, { field, from, to }: Whereabouts, by: 1 | -1): Suggestion | null {
  if (list.length === 0) return null
  const isHere = (one: Suggestion): boolean => (isForField(one) ? one.field === field : field === null && (by === 1 ? to : from) >= one.from && (by === 1 ? to : from) <= one.to)
  const at = list.findIndex((one) => keyOf(one) === active && isHere(one))
  if (at >= 0) return list.at((at + by + list.length) % list.length) ?? null
  const isAhead = (one: Suggestion): boolean => (isForField(one) ? one.field === field : field === null ? one.from >= to : true)
  const isBehind = (one: Suggestion): boolean => isForField(one) || (field === null && one.to <= from)
  const next = by === 1 ? list.findIndex(isAhead) : list.findLastIndex(isBehind)
  return (next < 0 ? (by === 1 ? list[0] : list.at(-1)) : list[next]) ?? null
}

/** Where one is in a story. */
interface Whereabouts {
  readonly field: string | null
  readonly from: number
  readonly to: number
}
