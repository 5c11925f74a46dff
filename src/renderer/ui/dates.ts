import { dateAndTime, mediumDate, shortDayAndMonth, timeOfDay } from '@shared/dates'

/** A moment as a list shows it: the time today, 'Yesterday', the day this year, else with the year. Not-a-date gives ''. */
export function shortDate(instant: string, now = new Date()): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000)
  if (days === 0) return timeOfDay(date)
  if (days === 1) return 'Yesterday'
  return date.getFullYear() === now.getFullYear() ? shortDayAndMonth(date) : mediumDate(date)
}

const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

/** The day of a moment, with its year when that is another one. Not-a-date gives ''. */
export function dayAndMonth(instant: string, now = new Date()): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  return date.getFullYear() === now.getFullYear() ? shortDayAndMonth(date) : mediumDate(date)
}

/** A moment in full, for tooltips and the history. Not-a-date gives ''. */
export function fullDate(instant: string): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? '' : dateAndTime(date)
}
