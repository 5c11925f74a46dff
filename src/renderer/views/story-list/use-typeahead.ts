import type { StoryRow } from '@shared/ipc'
import { useRef } from 'react'

const pauseMs = 800

/** Goes to the next story whose headline starts with what is typed without a pause, among those that were loaded. */
export function useTypeahead(rows: ReadonlyMap<number, StoryRow>, place: number, open: (place: number) => void): (key: string) => void {
  const typed = useRef({ text: '', at: 0 })
  return (key) => {
    const now = performance.now()
    const text = (now - typed.current.at < pauseMs ? typed.current.text : '') + key.toLocaleLowerCase()
    typed.current = { text, at: now }
    const found = nextStartingWith(rows, place, text)
    if (found !== undefined) open(found)
  }
}

/** The first letter alone moves on to the next story; more letters may stay on the same one. */
export function nextStartingWith(rows: ReadonlyMap<number, Pick<StoryRow, 'headline'>>, place: number, text: string): number | undefined {
  const from = text.length === 1 ? place + 1 : Math.max(place, 0)
  const places = [...rows.keys()].sort((a, b) => a - b)
  const round = [...places.filter((other) => other >= from), ...places.filter((other) => other < from)]
  return round.find((other) => rows.get(other)?.headline.toLocaleLowerCase().startsWith(text))
}
