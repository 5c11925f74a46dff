import type { KeptVersion } from '@shared/history/kept-version'
import { dayAndMonth, longDate, timeOfDay, weekday } from '@shared/dates'
import { inFigures } from '@shared/figures'

/** A day as a heading: ‘Today’, ‘Yesterday’, ‘Tuesday 3 November’, and with the year when it is another one. */
export function dayHeading(day: string, now = new Date()): string {
  const date = new Date(`${day}T00:00`)
  if (Number.isNaN(date.getTime())) return 'No date'
  const days = Math.round((new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime() - date.getTime()) / 86_400_000)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  return date.getFullYear() === now.getFullYear() ? `${weekday(date)} ${dayAndMonth(date)}` : longDate(date)
}

/** From when to when, within a day: ‘09:05–09:40’, or one time for what took less than a minute. */
export function timeRange(began: string, ended: string): string {
  const [from, to] = [timeOfDay(new Date(began)), timeOfDay(new Date(ended))]
  return from === to ? to : `${from}–${to}`
}

/** How much was written, headline and captions included: ‘+12 −3 words’. What was never counted is told by the length of the text alone. */
export function wordsWritten({ added, removed, words }: Pick<KeptVersion, 'added' | 'removed' | 'words'>): string {
  if (added === null || removed === null) return inWords(words)
  if (added === 0 && removed === 0) return 'the same words'
  const signed = [added > 0 && `+${inFigures(added)}`, removed > 0 && `−${inFigures(removed)}`].filter((part) => part !== false)
  return `${signed.join(' ')} ${added + removed === 1 ? 'word' : 'words'}`
}

const inWords = (count: number): string => (count === 1 ? '1 word' : `${inFigures(count)} words`)

/** How a version is called where there is only a line for it. */
export function titleOf({ name, byName, began, ended }: Pick<KeptVersion, 'name' | 'byName' | 'began' | 'ended'>): string {
  return name === '' ? `${byName}, ${timeRange(began, ended)}` : `‘${name}’`
}
