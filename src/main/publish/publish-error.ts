import { DeskError, type Failure } from '../../shared/result'

/** Why a step of a delivery failed, and whether trying again by itself can help. */
export class PublishError extends DeskError {
  /** Milliseconds after which the target asked to be tried again; 0 when it did not say; null when trying again can't help. */
  readonly retryAfter: number | null

  private constructor(code: string, message: string, retryAfter: number | null, more: Omit<Failure, 'code' | 'message'>) {
    super(code, message, more)
    this.name = 'PublishError'
    this.retryAfter = retryAfter
  }

  /** Nothing changes until a person does something; the message says what. */
  static lasting(code: string, message: string, more: Omit<Failure, 'code' | 'message'> = {}): PublishError {
    return new PublishError(code, message, null, more)
  }

  /** The network or the server could not do it this time. */
  static passing(code: string, message: string, retryAfter = 0, more: Omit<Failure, 'code' | 'message'> = {}): PublishError {
    return new PublishError(code, message, retryAfter, more)
  }
}

/** The target refused a write because its copy is not the one that the write was made for. */
export class CopyChanged extends Error {
  override readonly name = 'CopyChanged'
}
