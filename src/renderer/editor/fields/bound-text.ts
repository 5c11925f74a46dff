import type { FieldDefinition } from '@shared/story/kind'
import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { StorySession } from '../../story/story-session'
import { observeShown, putField, shownText } from '../suggestions/fields/shown-field'

type Box = HTMLInputElement & HTMLTextAreaElement

/**
 * Binds an input to a field's text, or to what one suggests for it. What is typed goes into the story without passing through React; what
 * others type appears in the input without moving the cursor away from the letters that it stands between.
 * @param changed Hears each new text, typed here or not, once it is in the input.
 */
export function useBoundText(session: StorySession, { id, type }: Pick<FieldDefinition, 'id' | 'type'>, changed?: (text: string) => void): { readonly ref: RefObject<Box | null>; readonly onInput: () => void; readonly onFocus: () => void } {
  const ref = useRef<Box | null>(null)
  const heard = useRef(changed)
  useLayoutEffect(() => {
    heard.current = changed
  })
  useLayoutEffect(() => {
    const show = (): void => {
      const now = shownText(session, { id, type })
      if (ref.current && ref.current.value !== now) showText(ref.current, now)
      heard.current?.(now)
    }
    show()
    return observeShown(session, { id, type }, show)
  }, [session, id, type])
  return {
    ref,
    onInput: () => ref.current && putField(session, { id, type }, ref.current.value),
    onFocus: () => session.startStep(),
  }
}

function showText(input: Box, text: string): void {
  const { value, selectionStart, selectionEnd } = input
  const change = changeOf(value, text)
  input.value = text
  if (selectionStart !== null && selectionEnd !== null) input.setSelectionRange(moved(selectionStart, change), moved(selectionEnd, change))
}

/** A stretch of a text that gives way to another one. */
export interface TextChange {
  readonly from: number
  readonly deleted: number
  readonly inserted: number
}

/** The one stretch in which two texts differ. */
export function changeOf(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  let end = 0
  while (end < shorter - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  return { from, deleted: before.length - from - end, inserted: after.length - from - end }
}

/** Where a position of the text before a change is after it. Text that comes exactly at the cursor stays behind it. */
export function moved(position: number, { from, deleted, inserted }: TextChange): number {
  return position <= from ? position : from + (position < from + deleted ? 0 : inserted) + Math.max(0, position - from - deleted)
}
