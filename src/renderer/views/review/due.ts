const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long' })
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' })
const short = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })

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
  return isOverdue(due, now) ? `Was due ${day.format(date)}` : `Due ${day.format(date)}`
}

/** A due day as a list says it: 'Overdue since Tue 3 Mar', 'Due today', 'Due tomorrow', 'Due Thursday' within a week, else the date. */
export function dueInWords(due: string, now = new Date()): string {
  const date = new Date(`${due}T00:00`)
  if (Number.isNaN(date.getTime())) return ''
  if (due === dayFromNow(-1, now)) return 'Overdue since yesterday'
  if (due === dayFromNow(1, now)) return 'Due tomorrow'
  switch (urgencyOf(due, now)) {
    case 'overdue':
      return `Overdue since ${short.format(date)}`
    case 'today':
      return 'Due today'
    case 'soon':
      return `Due ${weekday.format(date)}`
    case 'later':
      return `Due ${short.format(date)}`
  }
}
