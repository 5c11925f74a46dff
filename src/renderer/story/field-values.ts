import { isTextField, readField, storyFields, storyText } from '@shared/story/story-doc'
import type { FieldDefinition, FieldValue } from '@shared/story/kind'
import { useCallback, useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react'
import type * as Y from 'yjs'
import type { StorySession } from './story-session'

type Field = Pick<FieldDefinition, 'id' | 'type'>

/** A field's value, kept up to date. Undefined when it is empty. */
export function useFieldValue(session: StorySession, { id, type }: Field): FieldValue | undefined {
  const last = useRef<{ readonly key: string; readonly value: FieldValue | undefined }>({ key: '', value: undefined })
  const subscribe = useCallback((changed: () => void) => observeField(session.doc, { id, type }, changed), [session, id, type])
  return useSyncExternalStore(subscribe, () => {
    const value = readField(session.doc, { id, type })
    // The same value again must be the same object, or React would never come to rest.
    const key = JSON.stringify(value) ?? ''
    if (last.current.key !== key) last.current = { key, value }
    return last.current.value
  })
}

function observeField(doc: Y.Doc, { id, type }: Field, changed: () => void): () => void {
  if (isTextField(type)) {
    const text = storyText(doc, id)
    text.observe(changed)
    return () => text.unobserve(changed)
  }
  const fields = storyFields(doc)
  const hear = (event: Y.YMapEvent<unknown>): void => {
    if (event.keysChanged.has(id)) changed()
  }
  fields.observe(hear)
  return () => fields.unobserve(hear)
}

/**
 * Binds an input to a field's text. What is typed goes into the text without passing through React; what others type appears
 * in the input without moving the cursor away from the letters that it stands between.
 * @param changed Hears each new text, typed here or not, once it is in the input.
 */
export function useBoundText(session: StorySession, { id, type }: Field, changed?: (text: string) => void): { readonly ref: RefObject<HTMLInputElement & HTMLTextAreaElement | null>; readonly onInput: () => void; readonly onFocus: () => void } {
  const ref = useRef<(HTMLInputElement & HTMLTextAreaElement) | null>(null)
  const heard = useRef(changed)
  useLayoutEffect(() => {
    heard.current = changed
  })
  useLayoutEffect(() => {
    const text = storyText(session.doc, id)
    const input = ref.current
    if (input) input.value = text.toString()
    heard.current?.(text.toString())
    const show = (event: Y.YTextEvent): void => {
      const now = text.toString()
      if (ref.current && ref.current.value !== now) showText(ref.current, now, event.delta)
      heard.current?.(now)
    }
    text.observe(show)
    return () => text.unobserve(show)
  }, [session, id])
  return {
    ref,
    onInput: () => ref.current && session.setField({ id, type }, ref.current.value),
    onFocus: () => session.startStep(),
  }
}

function showText(input: HTMLInputElement | HTMLTextAreaElement, text: string, delta: Y.YTextEvent['delta']): void {
  const { selectionStart, selectionEnd } = input
  input.value = text
  if (selectionStart !== null && selectionEnd !== null) input.setSelectionRange(moved(selectionStart, delta), moved(selectionEnd, delta))
}

/** Where a position of the text before a change is after it. Text that others put exactly at the cursor stays behind it. */
export function moved(position: number, delta: readonly { readonly retain?: number; readonly insert?: unknown; readonly delete?: number }[]): number {
  let at = 0
  let now = position
  for (const { retain = 0, insert, delete: deleted = 0 } of delta) {
    const inserted = typeof insert === 'string' ? insert.length : 0
    if (at < now) now += inserted - Math.min(deleted, now - at)
    at += retain + inserted
  }
  return now
}
