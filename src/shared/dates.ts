/**
 * Dates in British English, as the app writes them everywhere. Written here and not by `Intl`: a window that only says ‘3 Mar’ would
 * hold a megabyte of calendars for it, and where commas stand differs from one version of ICU to the next.
 */

/** By which clock a moment is told: this computer's, or UTC, so that it reads the same anywhere. */
export type Clock = 'here' | 'utc'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

const two = (value: number): string => String(value).padStart(2, '0')
const inClock = (date: Date, clock: Clock) =>
  clock === 'utc'
    ? { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate(), weekday: date.getUTCDay(), hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() }
    : { year: date.getFullYear(), month: date.getMonth(), day: date.getDate(), weekday: date.getDay(), hour: date.getHours(), minute: date.getMinutes(), second: date.getSeconds() }

const monthName = (month: number): string => months[month] ?? ''
/** ‘Sept’ is how British English shortens it. */
const shortMonth = (month: number): string => (month === 8 ? 'Sept' : monthName(month).slice(0, 3))

/** ‘Tuesday’. */
export const weekday = (date: Date, clock: Clock = 'here'): string => weekdays[inClock(date, clock).weekday] ?? ''
/** ‘Tue’. */
export const shortWeekday = (date: Date, clock: Clock = 'here'): string => weekday(date, clock).slice(0, 3)

/** ‘3 March’. */
export function dayAndMonth(date: Date, clock: Clock = 'here'): string {
  const { day, month } = inClock(date, clock)
  return `${day} ${monthName(month)}`
}

/** ‘3 March 2026’. */
export const longDate = (date: Date, clock: Clock = 'here'): string => `${dayAndMonth(date, clock)} ${inClock(date, clock).year}`

/** ‘3 Mar’. */
export function shortDayAndMonth(date: Date, clock: Clock = 'here'): string {
  const { day, month } = inClock(date, clock)
  return `${day} ${shortMonth(month)}`
}

/** ‘3 Mar 2026’. */
export const mediumDate = (date: Date, clock: Clock = 'here'): string => `${shortDayAndMonth(date, clock)} ${inClock(date, clock).year}`

/** ‘Tuesday 3 March 2026’. */
export const dayInFull = (date: Date, clock: Clock = 'here'): string => `${weekday(date, clock)} ${longDate(date, clock)}`

/** ‘09:05’. */
export function timeOfDay(date: Date, clock: Clock = 'here'): string {
  const { hour, minute } = inClock(date, clock)
  return `${two(hour)}:${two(minute)}`
}

/** ‘3 March 2026 at 09:05’. */
export const dateAndTime = (date: Date, clock: Clock = 'here'): string => `${longDate(date, clock)} at ${timeOfDay(date, clock)}`

/** ‘3 March 2026 at 09:05:07’. */
export const dateAndSecond = (date: Date, clock: Clock = 'here'): string => `${dateAndTime(date, clock)}:${two(inClock(date, clock).second)}`
