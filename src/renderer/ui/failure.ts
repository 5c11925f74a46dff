import { DeskError, type Failure } from '@shared/result'

/** What went wrong, in words for a person, from whatever was thrown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DeskError) return error.failure
  return { code: 'unexpected', message: 'Something went wrong that Copydesk did not expect. Please try again.', detail: String(error) }
}
