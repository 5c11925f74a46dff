import type { FieldDefinition } from '@shared/story/kind'
import { readField } from '@shared/story/story-doc'
import { asTyped, corrected } from '@shared/typography/as-typed'
import { useMemo, useRef, type FormEvent, type KeyboardEvent } from 'react'
import { useApp } from '../../app/app-store'
import { useBoundText } from '../fields/bound-text'
import { putField } from '../suggestions/fields/shown-field'
import type { StorySession } from '../../story/story-session'

type Box = HTMLInputElement | HTMLTextAreaElement

/** The last correction, as long as nothing else has happened since. */
interface Corrected {
  readonly text: string
  readonly caret: number
  /** The whole text with what was typed instead, and where the cursor is in it. */
  readonly plain: string
  readonly plainCaret: number
}

/**
 * Binds an input to a field's text, in which quotation marks, apostrophes, dashes and ellipses are set as the story's language does. As in the story's
 * body, undo, or Backspace right after it, gives back the plain character.
 */
export function useSmartText(session: StorySession, field: Pick<FieldDefinition, 'id' | 'type'>, changed?: (text: string) => void) {
  const { onInput: store, ...bound } = useBoundText(session, field, changed)
  const last = useRef<Corrected | null>(null)
  const { id, type } = field
  const put = useMemo(
    () => (box: Box, text: string, caret: number): void => {
      session.startStep()
      putField(session, { id, type }, text)
      box.value = text
      box.setSelectionRange(caret, caret)
      session.startStep()
    },
    [session, id, type],
  )
  return {
    ...bound,
    onInput: ({ currentTarget, nativeEvent }: FormEvent<Box>): void => {
      store()
      last.current = null
      if (!(nativeEvent instanceof InputEvent) || useApp.getState().preferences?.smartTypography !== true) return
      const correction = correctionOf(currentTarget, nativeEvent, languageOf(session))
      if (correction === null) return
      put(currentTarget, correction.text, correction.caret)
      last.current = correction
    },
    onKeyDown: (event: KeyboardEvent<Box>): void => {
      const correction = last.current
      last.current = null
      const { value, selectionStart, selectionEnd } = event.currentTarget
      if (correction === null || event.key !== 'Backspace' || event.ctrlKey || event.metaKey || event.altKey) return
      if (value !== correction.text || selectionStart !== correction.caret || selectionEnd !== correction.caret) return
      event.preventDefault()
      put(event.currentTarget, correction.plain, correction.plainCaret)
    },
  }
}

function correctionOf({ value, selectionStart }: Box, { data, inputType, isComposing }: InputEvent, language: string): Corrected | null {
  if (isComposing || inputType !== 'insertText' || data === null || !corrected.has(data) || selectionStart === null) return null
  const at = selectionStart - data.length
  const line = value.lastIndexOf('\n', at - 1) + 1
  const correction = asTyped(value.slice(line, at), data, language)
  if (correction === null) return null
  const text = `${value.slice(0, at - correction.back)}${correction.insert}${value.slice(selectionStart)}`
  return { text, caret: at - correction.back + correction.insert.length, plain: value, plainCaret: selectionStart }
}

function languageOf({ doc }: StorySession): string {
  const language = readField(doc, { id: 'language', type: 'language' })
  return typeof language === 'string' ? language : 'en'
}
