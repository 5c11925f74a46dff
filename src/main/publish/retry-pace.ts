/** How patient the outbox is. Milliseconds. */
export interface RetryPace {
  /** Before the second attempt. */
  readonly first: number
  /** No pause is longer, unless the target asks for it. */
  readonly longest: number
  /** After this many attempts in a row a person is asked. */
  readonly attempts: number
  /** How long a write whose answer was lost may still be under way at the target before its absence means anything. */
  readonly settle: number
}

export const usualPace: RetryPace = { first: 1000, longest: 300_000, attempts: 20, settle: 4000 }

/** A target that asks for more than this is taken at its word only so far. */
const longestAsked = 6 * 3600_000

/**
 * The pause before the next attempt: doubling from `first` to `longest`, of which a random half is taken away so that
 * many deliveries do not come back at the same moment; never shorter than what the target asked for (Retry-After).
 * Null when it is time to ask a person.
 * @param attempts How many attempts have failed, at least 1.
 * @param asked What the target asked for, 0 when it did not.
 * @param random From 0 (inclusive) to 1 (exclusive).
 */
export function pauseBefore(attempts: number, asked: number, pace: RetryPace, random: number): number | null {
  if (attempts >= pace.attempts) return null
  const whole = Math.min(pace.longest, pace.first * 2 ** (attempts - 1))
  const pause = whole / 2 + (whole / 2) * random
  return Math.round(Math.max(pause, Math.min(asked, longestAsked)))
}

/** A Retry-After header (RFC 9110, 10.2.3) in milliseconds; 0 when there is none that can be read. */
export function retryAfter(header: string | null, now: Date): number {
  if (header === null) return 0
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime())
}
