const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long' })

/** Whether a day (YYYY-MM-DD) has passed on this computer's calendar. */
export function isOverdue(due: string, now = new Date()): boolean {
  return due < `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

/** A due day in words: 'Due Fri, 27 November', or that it has passed. */
export function dueText(due: string, now = new Date()): string {
  const date = new Date(`${due}T00:00`)
  if (Number.isNaN(date.getTime())) return ''
  return isOverdue(due, now) ? `Was due ${day.format(date)}` : `Due ${day.format(date)}`
}
