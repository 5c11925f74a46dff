import { wordingFor, type Wording } from '@shared/reader/wording'
import { languageField, useFieldValue } from './field-values'
import { useStorySession } from './StoryProvider'

/** The words that readers of the story get where its writer gives none, in its language. */
export function useReaderWording(): Wording {
  const language = useFieldValue(useStorySession(), languageField)
  return wordingFor(typeof language === 'string' ? language : null)
}
