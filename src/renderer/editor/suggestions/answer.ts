import type { Judge } from '@shared/suggestions/judge'
import { settleFields } from '@shared/suggestions/fields/settle-fields'
import type { FieldSuggestion } from '@shared/suggestions/fields/field-suggestions'
import { settle } from '@shared/suggestions/settle'
import { isForField, type Suggestion } from '@shared/suggestions/suggestion'
import type { Tag } from '@shared/suggestions/tag'
import type { Editor } from '@tiptap/core'
import type { StorySession } from '../../story/story-session'
import { becoming } from '../body/becoming'
import { asAnswer } from './tracked'

export type Answer = 'accept' | 'reject'

export interface Answered {
  readonly any: boolean
  /** Suggestions for fields that stay open, because another one for the same field was accepted. */
  readonly left: readonly FieldSuggestion[]
}

/** Accepts or rejects suggestions for fields and in the text, all of them as one step of the history. */
export function answer(session: StorySession, editor: Editor, suggestions: readonly Suggestion[], verdict: Answer): Answered {
  const meant = new Set(suggestions.map(keyOf))
  const judge: Judge = (tag) => (meant.has(keyOf(tag)) ? verdict : 'keep')
  let answered: Answered = { any: false, left: [] }
  session.asOneStep(() => {
    const inText = suggestions.some((one) => !isForField(one)) && answerInText(editor, judge)
    const inFields = suggestions.some(isForField) ? answerInFields(session, judge) : { any: false, left: [] }
    answered = { any: inText || inFields.any, left: inFields.left }
  })
  return answered
}

function answerInText(editor: Editor, judge: Judge): boolean {
  const { state, view } = editor
  const doc = settle(state.doc, judge)
  if (doc === state.doc) return false
  view.dispatch(asAnswer(becoming(state.tr, doc)).scrollIntoView())
  view.focus()
  return true
}

function answerInFields(session: StorySession, judge: Judge): Answered {
  let answered: Answered = { any: false, left: [] }
  session.write((doc) => {
    const { answered: done, left } = settleFields(doc, judge, session.setField)
    answered = { any: done.length > 0, left }
  })
  return answered
}

/** What tells suggestions apart: an id is only its author’s own. */
export const keyOf = ({ id, by }: Pick<Tag, 'id' | 'by'>): string => `${by}/${id}`
