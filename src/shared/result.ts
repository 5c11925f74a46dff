import { z } from 'zod'

/** An error as a person should read it: what happened, where, and what to do. */
export const Failure = z.object({
  /** Stable name for code and tests, such as `desk-locked`. */
  code: z.string(),
  /** One or two sentences for a person. */
  message: z.string(),
  /** The file, field or line that it is about. */
  place: z.string().optional(),
  /** For a bug report; never shown alone. */
  detail: z.string().optional(),
})
export type Failure = z.infer<typeof Failure>

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (code: string, message: string, more: Omit<Failure, 'code' | 'message'> = {}): Result<never> => ({
  ok: false,
  error: { code, message, ...more },
})

/** A typed error where a value can't be returned (deep inside a transaction, say); the edge turns it into a `Failure`. */
export class DeskError extends Error {
  readonly failure: Failure
  constructor(code: string, message: string, more: Omit<Failure, 'code' | 'message'> = {}) {
    super(message)
    this.name = 'DeskError'
    this.failure = { code, message, ...more }
  }
}
