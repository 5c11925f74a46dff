import type { Member } from '../workflow/member'
import type { Target } from '../publishing'

/** Whoever nobody on the desk knows by name. */
export const someoneUnknown = 'Someone unknown'

/** How an account of the log names people, targets and times. */
export interface Wording {
  readonly member: (id: string) => string
  readonly target: (id: string) => string
  /** A moment (ISO 8601). */
  readonly moment: (at: string) => string
  /** A date without a time, such as `2026-03-02`. */
  readonly day: (date: string) => string
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const minute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' })
const here = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/**
 * @param times In UTC, so that whoever reads an account anywhere reads the same; or by the clocks of this place, for whoever looks at the
 * window, which shows all times so.
 */
export function wordingOf(members: readonly Pick<Member, 'id' | 'name'>[], targets: readonly Target[], times: 'utc' | 'here' = 'utc'): Wording {
  return {
    member: (id) => members.find((member) => member.id === id)?.name ?? someoneUnknown,
    target: (id) => targets.find((target) => target.id === id)?.settings.name ?? 'a target that was removed',
    moment: (at) => (times === 'utc' ? inWords(minute, at, ' UTC') : inWords(here, at, '')),
    day: (date) => inWords(day, `${date}T00:00:00.000Z`, ''),
  }
}

function inWords(format: Intl.DateTimeFormat, at: string, zone: string): string {
  const moment = new Date(at)
  return Number.isNaN(moment.getTime()) ? 'an unknown time' : `${format.format(moment)}${zone}`
}
