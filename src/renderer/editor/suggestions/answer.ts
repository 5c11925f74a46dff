import type { OpenSuggestion } from '@shared/suggestions/open-suggestions'
import type { Judge } from '@shared/suggestions/judge'
import { settle } from '@shared/suggestions/settle'
import type { Editor } from '@tiptap/core'
import type { StorySession } from '../../story/story-session'
import { applyAsOneStep } from '../body/one-step'
import { becoming } from './becoming'
import { asAnswer } from './tracked'

export type Answer = 'accept' | 'reject'

/** Accepts or rejects suggestions, all of them as one step of the history. Answers whether there was anything to answer. */
export function answer(session: StorySession, editor: Editor, suggestions: readonly Pick<OpenSuggestion, 'id' | 'by'>[], verdict: Answer): boolean {
  const meant = new Set(suggestions.map(keyOf))
  const judge: Judge = (tag) => (meant.has(keyOf(tag)) ? verdict : 'keep')
  const { state } = editor
  const doc = settle(state.doc, judge)
  if (doc === state.doc) return false
  return applyAsOneStep(session, editor, asAnswer(becoming(state.tr, doc)))
}

/** What tells suggestions apart: an id is only its author’s own. */
export const keyOf = ({ id, by }: Pick<OpenSuggestion, 'id' | 'by'>): string => `${by}/${id}`
