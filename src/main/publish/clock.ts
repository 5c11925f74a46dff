import { Instant } from '../../shared/story/ids'

/** A target's clock as it shows in its answers: what it says a change was made at can only be compared with this. */
export interface RemoteClock {
  now(): Instant
  /** Takes note of a Date header. */
  note(headers: Headers): void
}

/** Until something was noted, the clock of this computer. */
export function remoteClock(): RemoteClock {
  let ahead = 0
  return {
    now: () => Instant.parse(new Date(Date.now() + ahead).toISOString()),
    note(headers) {
      const said = Date.parse(headers.get('date') ?? '')
      // The header has whole seconds: a difference below that says nothing.
      if (!Number.isNaN(said)) ahead = Math.abs(said - Date.now()) < 1000 ? 0 : said - Date.now()
    },
  }
}
