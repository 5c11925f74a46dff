import { z } from 'zod'

/** The input of a call that needs none, and the output of one that has nothing to answer. */
export const none = z.void()

/** A run of bytes, as it crosses the bridge. */
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'is not a run of bytes')

/** One call of the contract: what it takes, and what it answers. */
export const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })
