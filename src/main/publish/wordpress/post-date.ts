/**
 * The moment that a post on a given day gets, in GMT without an offset, as WordPress wants it: noon of a day that is
 * over, now on the day itself, the first minute of a day to come (WordPress then shows it from that moment on).
 * All by the site's time zone, because that is the day that readers see.
 * @param day YYYY-MM-DD
 * @param timeZone IANA name, or an offset such as `+02:00`
 */
export function postDate(day: string, timeZone: string, now: Date): string {
  const today = dayIn(timeZone, now)
  if (day === today) return gmt(now)
  return gmt(momentIn(timeZone, `${day}T${day < today ? '12:00' : '00:00'}:00`))
}

/** The day that a moment has in a time zone. */
export function dayIn(timeZone: string, moment: Date): string {
  return wallTime(timeZone, moment).slice(0, 10)
}

/** The moment at which a time zone's clocks show a time; where they jump over it, the moment just after. */
function momentIn(timeZone: string, wall: string): Date {
  const asGmt = Date.parse(`${wall}Z`)
  // Twice, because the offset may be another one on the other side of a change of clocks.
  let moment = asGmt
  for (let round = 0; round < 2; round += 1) moment -= Date.parse(`${wallTime(timeZone, new Date(moment))}Z`) - asGmt
  return new Date(moment)
}

function wallTime(timeZone: string, moment: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`
}

const gmt = (moment: Date): string => moment.toISOString().slice(0, 19)
