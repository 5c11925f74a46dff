import type { FieldDefinition } from '@shared/story/kind'
import { useBoundText } from '../fields/bound-text'
import { putField } from '../suggestions/fields/shown-field'
import type { StorySession } from '../../story/story-session'
import { useSmartBox } from './smart-box'

/** Binds an input to a field's text, as `useBoundText` does, and sets quotation marks and the like in it. */
export function useSmartText(session: StorySession, { id, type }: Pick<FieldDefinition, 'id' | 'type'>, changed?: (text: string) => void) {
  const bound = useBoundText(session, { id, type }, changed)
  return { ...bound, ...useSmartBox(session, (text) => putField(session, { id, type }, text)) }
}
