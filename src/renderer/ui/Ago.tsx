import { useSyncExternalStore } from 'react'
import { fullDate, shortDate } from './dates'

/** A moment as people say it in a conversation: ‘just now’, ‘5 min ago’, ‘3 h ago’, then its day. */
export function agoText(instant: string, now = new Date()): string {
  const minutes = Math.floor((now.getTime() - new Date(instant).getTime()) / 60_000)
  if (Number.isNaN(minutes)) return ''
  // A clock of another computer may be ahead of this one.
  if (minutes < 1) return minutes < -1 ? shortDate(instant, now) : 'just now'
  if (minutes < 60) return `${minutes} min ago`
  return minutes < 12 * 60 ? `${Math.floor(minutes / 60)} h ago` : shortDate(instant, now)
}

/** The same, kept up to date; in full in its title. */
export function Ago({ at }: { readonly at: string }) {
  useSyncExternalStore(eachMinute, () => Math.floor(Date.now() / 60_000))
  return (
    <time className="when" dateTime={at} title={fullDate(at)}>
      {agoText(at)}
    </time>
  )
}

function eachMinute(tell: () => void): () => void {
  const timer = setInterval(tell, 20_000)
  return () => clearInterval(timer)
}
