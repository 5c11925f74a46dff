import { isForField, type Suggestion } from '@shared/suggestions/suggestion'
import type { Editor } from '@tiptap/core'
import { actingMember, useApp } from '../../app/app-store'
import type { CommandHandlers } from '../../app/command-registry'
import type { StorySession } from '../../story/story-session'
import { inform } from '../../ui/notices'
import { showInspectorTab } from '../../views/inspector/inspector-tabs'
import { answer, keyOf, type Answer } from './answer'
import { fieldWithFocus } from './fields/field-with-focus'
import { goToSuggestion, stepFrom } from './go-to-suggestion'
import { isSuggesting, mayWrite, setSuggesting, showSuggestions, viewOf, type SuggestionView } from './suggest-mode'
import { suggestionsNow, useSuggestionList } from './suggestion-list'

/** Suggesting, and what can be done with suggestions by key. */
export function suggestionCommands(session: StorySession, editor: Editor): CommandHandlers {
  const isShown = () => viewOf(session.id) === 'all'
  return {
    'suggest.toggle': () => toggleSuggesting(session, editor),
    'suggestions.next': { run: () => walk(session, editor, 1), enabled: isShown },
    'suggestions.previous': { run: () => walk(session, editor, -1), enabled: isShown },
    'suggestions.accept': { run: () => answerSelected(session, editor, 'accept'), enabled: isShown },
    'suggestions.reject': { run: () => answerSelected(session, editor, 'reject'), enabled: isShown },
    'suggestions.acceptAll': { run: () => answerThese(session, editor, suggestionsNow(session, editor), 'accept'), enabled: () => mayWrite(useApp.getState().desk, session.id) },
    'suggestions.rejectAll': { run: () => answerThese(session, editor, suggestionsNow(session, editor), 'reject'), enabled: () => mayWrite(useApp.getState().desk, session.id) },
    'suggestions.all': () => show(session, 'all'),
    'suggestions.accepted': () => show(session, 'accepted'),
    'suggestions.without': () => show(session, 'without'),
  }
}

const show = ({ id }: StorySession, view: SuggestionView): void => showSuggestions(id, view)

export function toggleSuggesting(session: StorySession, editor: Editor): void {
  const on = !isSuggesting(session.id)
  session.startStep()
  setSuggesting(session.id, on)
  inform(on ? 'You are suggesting: what you change waits for an answer.' : 'You are writing: what you change is changed at once.')
  if (!editor.isDestroyed && editor.view.dom.isConnected) editor.view.focus()
}

function walk(session: StorySession, editor: Editor, by: 1 | -1): void {
  const { from, to } = editor.state.selection
  const next = stepFrom(suggestionsNow(session, editor), useSuggestionList.getState().active, { field: fieldWithFocus(), from, to }, by)
  if (next === null) return inform('There are no suggestions in this story.')
  showInspectorTab('review')
  goToSuggestion(session, editor, next, true)
}

/** Answers what is selected; with nothing selected, what is at the cursor, or for the field that one is in. */
function answerSelected(session: StorySession, editor: Editor, verdict: Answer): void {
  const { from, to } = editor.state.selection
  const field = fieldWithFocus()
  const near = suggestionsNow(session, editor).filter((one) => (isForField(one) ? one.field === field : field === null && one.from <= to && one.to >= from))
  const { active } = useSuggestionList.getState()
  const meant = field === null ? [] : near.filter((one) => keyOf(one) === active)
  const here = meant.length > 0 ? meant : near
  if (here.length === 0) return inform('There is no suggestion here. Go to one first, or select some.')
  answerThese(session, editor, here, verdict)
}

/** Why a member may not answer a suggestion; empty when they may. Who suggested something may always take it back. */
export function whyNotAnswer({ by }: Pick<Suggestion, 'by'>, verdict: Answer, story: StorySession['id']): string {
  const { desk } = useApp.getState()
  if (mayWrite(desk, story) || (verdict === 'reject' && by === actingMember({ desk })?.id)) return ''
  return verdict === 'accept' ? 'Writers and admins accept suggestions' : 'Only its author, writers and admins can reject it'
}

/** Answers suggestions as far as the member may, and says so; the next one is gone to by key. */
export function answerThese(session: StorySession, editor: Editor, suggestions: readonly Suggestion[], verdict: Answer): void {
  const allowed = suggestions.filter((one) => whyNotAnswer(one, verdict, session.id) === '')
  const [first] = suggestions
  if (allowed.length === 0 && first !== undefined) return inform(`${whyNotAnswer(first, verdict, session.id)}.`)
  const { any, left } = answer(session, editor, allowed, verdict)
  if (!any) return inform('There are no suggestions in this story.')
  const done = verdict === 'accept' ? 'accepted' : 'rejected'
  const count = allowed.length - left.length
  if (allowed.length > 1) inform(`${count === 1 ? '1 suggestion' : `${count} suggestions`} ${done}${leftWords(left.length)}`, { label: 'Undo', run: () => void session.history.undo() })
  else if (allowed.length < suggestions.length) inform(`${allowed.length} of ${suggestions.length} suggestions ${done}. ${whyNotAnswer(suggestions.find((one) => !allowed.includes(one)) ?? allowed[0]!, verdict, session.id)}.`)
  if (allowed.some((one) => keyOf(one) === useSuggestionList.getState().active)) useSuggestionList.setState({ active: null })
}

/** A field holds one value: of several suggestions for it the latest is accepted. */
function leftWords(count: number): string {
  if (count === 0) return ''
  return count === 1 ? '. 1 stays open: a later one for the same field was accepted.' : `. ${count} stay open: later ones for the same fields were accepted.`
}
