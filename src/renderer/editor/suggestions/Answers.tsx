import type { Suggestion } from '@shared/suggestions/suggestion'
import { Check, X } from 'lucide-react'
import type { StorySession } from '../../story/story-session'
import { IconButton } from '../../ui/Button'
import { bodyEditorOf } from '../body/body-editor'
import { keyOf } from './answer'
import { answerThese, whyNotAnswer } from './suggestion-commands'
import { suggestionsNow } from './suggestion-list'

interface AnswersProps {
  readonly session: StorySession
  readonly suggestion: Suggestion
  readonly isOwn: boolean
  readonly className: string
  /** Names the suggestion where several have buttons of one name. */
  readonly of?: string
}

/** The two answers to a suggestion: accept it, or reject it. Whoever suggested it takes it back. */
export function Answers({ session, suggestion, isOwn, className, of }: AnswersProps) {
  const give = (verdict: 'accept' | 'reject'): void => {
    const { editor } = bodyEditorOf(session)
    // The story may have moved on since it was shown.
    const now = suggestionsNow(session, editor).find((one) => keyOf(one) === keyOf(suggestion)) ?? suggestion
    answerThese(session, editor, [now], verdict)
  }
  const named = (words: string): string => (of === undefined ? words : `${words}: ${of}`)
  return (
    <span className={className} onClick={(event) => event.stopPropagation()}>
      <IconButton icon={Check} size="small" label={named('Accept')} unavailable={whyNotAnswer(suggestion, 'accept', session.id)} onClick={() => give('accept')} />
      <IconButton icon={X} size="small" label={named(isOwn ? 'Take back' : 'Reject')} unavailable={whyNotAnswer(suggestion, 'reject', session.id)} onClick={() => give('reject')} />
    </span>
  )
}
