import { dayAndMonth, longDate, mediumDate, shortDayAndMonth, shortWeekday, weekday } from '@shared/dates'

/** The year is said where it is another one than now. */
function written(date: Date, now: Date, month: 'long' | 'short'): string {
  const sameYear = date.getFullYear() === now.getFullYear()
  const [day, whole] = month === 'long' ? [dayAndMonth(date), longDate(date)] : [shortDayAndMonth(date), mediumDate(date)]
  return sameYear ? `${shortWeekday(date)} ${day}` : whole
}

/** How soon something is due. */
export type Urgency = 'overdue' | 'today' | 'soon' | 'later'

/** A day (YYYY-MM-DD) on this computer's calendar, some days from now. */
export function dayFromNow(days: number, now = new Date()): string {
  const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
}

/** Whether a day has passed on this computer's calendar. */
export function isOverdue(due: string, now = new Date()): boolean {
  return due < dayFromNow(0, now)
}

export function urgencyOf(due: string, now = new Date()): Urgency {
  if (isOverdue(due, now)) return 'overdue'
  if (due === dayFromNow(0, now)) return 'today'
  return due <= dayFromNow(6, now) ? 'soon' : 'later'
}

/** A due day in words: 'Due Fri 27 November', or that it has passed. */
export function dueText(due: string, now = new Date()): string {
  const date = new Date(`${due}T00:00`)
  if (Number.isNaN(date.getTime())) return ''
  return `${isOverdue(due, now) ? 'Was due' : 'Due'} ${written(date, now, 'long')}`
}

/** A due day as a list says it: 'Overdue since Tue 3 Mar', 'Due today', 'Due tomorrow', 'Due Thursday' within a week, else the date. */
export function dueInWords(due: string, now = new Date()): string {
  const date = new Date(`${due}T00:00`)
  if (Number.isNaN(date.getTime())) return ''
  if (due === dayFromNow(-1, now)) return 'Overdue since yesterday'
  if (due === dayFromNow(1, now)) return 'Due tomorrow'
  switch (urgencyOf(due, now)) {
    case 'overdue':
      return `Overdue since ${written(date, now, 'short')}`
    case 'today':
      return 'Due today'
    case 'soon':
      return `Due ${weekday(date)}`
    case 'later':
      return `Due ${written(date, now, 'short')}`
  }
}
