const two = (value: number): string => String(Math.trunc(Math.abs(value))).padStart(2, '0')

/** A moment (ISO 8601 with offset) as a `datetime-local` input shows it in this computer's time zone; '' for what is none. */
export function localInput(moment: string): string {
  const date = new Date(moment)
  if (moment === '' || Number.isNaN(date.getTime())) return ''
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** What a `datetime-local` input says, as ISO 8601 with the offset that this computer's time zone has then; '' for what is no moment. */
export function withOffset(local: string): string {
  const date = new Date(local)
  if (local === '' || Number.isNaN(date.getTime())) return ''
  return `${localInput(date.toISOString())}:00${offsetInWords(-date.getTimezoneOffset())}`
}

/** This computer's time zone, and how far it is from UTC at a moment, or now: ‘Europe/Lisbon (UTC+01:00)’. @param zone Its name. */
export function zoneInWords(zone: string, moment: string): string {
  const date = new Date(moment)
  const offset = -(Number.isNaN(date.getTime()) ? new Date() : date).getTimezoneOffset()
  return zone === 'UTC' ? zone : `${zone} (UTC${offset === 0 ? '' : offsetInWords(offset)})`
}

/** Minutes from UTC, as ISO 8601 writes them: `+01:00`. */
const offsetInWords = (offset: number): string => `${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`
