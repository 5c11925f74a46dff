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
  const offset = -date.getTimezoneOffset()
  return `${localInput(date.toISOString())}:00${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`
}

/** The name of this computer's time zone at a moment, or now. */
export function zoneName(moment: string): string {
  const date = new Date(moment)
  const parts = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' }).formatToParts(Number.isNaN(date.getTime()) ? new Date() : date)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const short = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  return short === timeZone ? timeZone : `${timeZone} (${short})`
}
