import { useEffect, useRef, type KeyboardEvent } from 'react'
import { isListBehind } from './list-question'

interface ListKeys {
  /** Where the keyboard is; -1 when that is not in the list. */
  readonly place: number
  readonly total: number
  /** Rows that a press of Page Down goes on. */
  readonly page: () => number
  /** Whether other rows than those that are shown have been asked for. */
  readonly isBehind: boolean
  readonly goTo: (place: number, running?: boolean) => void
  readonly typeahead: (key: string) => void
}

/**
 * What keys do in the list. One that comes while other rows are on their way is about those rows, and waits for them: acting on what is
 * still shown would open a story that nobody asked for.
 */
export function useListKeys({ place, total, page, isBehind, goTo, typeahead }: ListKeys): { readonly press: (event: KeyboardEvent) => void; readonly step: (key: string) => void } {
  const waiting = useRef<string[]>([])
  const after = (key: string, from: number): number | undefined => ({ ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: total - 1, PageDown: from + page(), PageUp: from - page() })[key]
  const run = (keys: readonly string[], running: boolean): void => {
    let at = place
    for (const key of keys) {
      if (key === 'Enter' && at >= 0) break
      at = Math.min(Math.max(after(key, at) ?? 0, 0), total - 1)
    }
    if (at !== place) goTo(at, running)
    if (keys.at(-1) === 'Enter' && at === place) focusStory()
  }
  const step = (key: string, running = false): void => {
    if (isListBehind()) waiting.current.push(key)
    else run([key], running)
  }
  useEffect(() => {
    if (!isBehind && waiting.current.length > 0) run(waiting.current.splice(0), false)
  })
  return {
    step,
    press(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Enter' || after(event.key, place) !== undefined) step(event.key, event.repeat)
      else if (event.key.length !== 1) return
      else if (!isListBehind()) typeahead(event.key)
      event.preventDefault()
    },
  }
}

/** Puts the cursor into the story beside the list. */
function focusStory(): void {
  document.querySelector<HTMLElement>('.shell__story :is(textarea, input[type="text"], [contenteditable="true"])')?.focus()
}
