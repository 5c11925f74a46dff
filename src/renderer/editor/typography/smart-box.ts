import { readField } from '@shared/story/story-doc'
import { asTyped, corrected } from '@shared/typography/as-typed'
import { useRef, type FormEvent, type KeyboardEvent } from 'react'
import { useApp } from '../../app/app-store'
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
 * What a text box of a story does with keys, so that quotation marks, apostrophes, dashes and ellipses are set in it as the story's language does. As in
 * the story's body, undo, or Backspace right after it, gives back the plain character.
 * @param store Takes each new text of the box into the story.
 */
export function useSmartBox(session: StorySession, store: (text: string) => void): { readonly onInput: (event: FormEvent<Box>) => void; readonly onKeyDown: (event: KeyboardEvent<Box>) => void } {
  const last = useRef<Corrected | null>(null)
  const put = (box: Box, text: string, caret: number): void => {
    session.startStep()
    store(text)
    box.value = text
    box.setSelectionRange(caret, caret)
    session.startStep()
  }
  return {
    onInput({ currentTarget, nativeEvent }) {
      store(currentTarget.value)
      last.current = null
      if (!(nativeEvent instanceof InputEvent) || useApp.getState().preferences?.smartTypography !== true) return
      const correction = correctionOf(currentTarget, nativeEvent, languageOf(session))
      if (correction === null) return
      put(currentTarget, correction.text, correction.caret)
      last.current = correction
    },
    onKeyDown(event) {
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
