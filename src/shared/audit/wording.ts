import type { Member } from '../workflow/member'
import type { Target } from '../publishing'
import { dateAndSecond, dateAndTime, longDate } from '../dates'

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

/**
 * @param times In UTC, so that whoever reads an account anywhere reads the same; or by the clocks of this place, for whoever looks at the
 * window, which shows all times so.
 */
export function wordingOf(members: readonly Pick<Member, 'id' | 'name'>[], targets: readonly Target[], times: 'utc' | 'here' = 'utc'): Wording {
  return {
    member: (id) => members.find((member) => member.id === id)?.name ?? someoneUnknown,
    target: (id) => targets.find((target) => target.id === id)?.settings.name ?? 'a target that was removed',
    moment: (at) => inWords(at, (moment) => (times === 'utc' ? `${dateAndSecond(moment, 'utc')} UTC` : dateAndTime(moment))),
    day: (date) => inWords(`${date}T00:00:00.000Z`, (day) => longDate(day, 'utc')),
  }
}

function inWords(at: string, written: (moment: Date) => string): string {
  const moment = new Date(at)
  return Number.isNaN(moment.getTime()) ? 'an unknown time' : written(moment)
}
