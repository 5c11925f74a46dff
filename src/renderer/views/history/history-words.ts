import type { KeptVersion } from '@shared/history/kept-version'

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
const withYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** A day as a heading: ‘Today’, ‘Yesterday’, ‘Tuesday, 3 November’, and with the year when it is another one. */
export function dayHeading(day: string, now = new Date()): string {
  const date = new Date(`${day}T00:00`)
  if (Number.isNaN(date.getTime())) return 'No date'
  const days = Math.round((new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime() - date.getTime()) / 86_400_000)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  return (date.getFullYear() === now.getFullYear() ? weekday : withYear).format(date)
}

/** From when to when, within a day: ‘09:05–09:40’, or one time for what took less than a minute. */
export function timeRange(began: string, ended: string): string {
  const [from, to] = [time.format(new Date(began)), time.format(new Date(ended))]
  return from === to ? to : `${from}–${to}`
}

/** How much was written, headline and captions included: ‘+12 −3 words’. What was never counted is told by the length of the text alone. */
export function wordsWritten({ added, removed, words }: Pick<KeptVersion, 'added' | 'removed' | 'words'>): string {
  if (added === null || removed === null) return inWords(words)
  if (added === 0 && removed === 0) return 'the same words'
  const signed = [added > 0 && `+${added.toLocaleString('en-GB')}`, removed > 0 && `−${removed.toLocaleString('en-GB')}`].filter((part) => part !== false)
  return `${signed.join(' ')} ${added + removed === 1 ? 'word' : 'words'}`
}

const inWords = (count: number): string => (count === 1 ? '1 word' : `${count.toLocaleString('en-GB')} words`)

/** How a version is called where there is only a line for it. */
export function titleOf({ name, byName, began, ended }: Pick<KeptVersion, 'name' | 'byName' | 'began' | 'ended'>): string {
  return name === '' ? `${byName}, ${timeRange(began, ended)}` : `‘${name}’`
}
