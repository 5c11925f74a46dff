import { z } from 'zod'

/**
 * One thing that a check says: that something is proved, that it is not as it should be, or that it can't be proved from what was at
 * hand. What can't be proved is no fault, and is never passed over.
 */
export const Statement = z.object({ holds: z.enum(['yes', 'no', 'unknown']), text: z.string() })
export type Statement = z.infer<typeof Statement>

export const proved = (text: string): Statement => ({ holds: 'yes', text })
export const fault = (text: string): Statement => ({ holds: 'no', text })
export const unproved = (text: string): Statement => ({ holds: 'unknown', text })

/** Whether nothing was found wrong. */
export const isSound = (statements: readonly Statement[]): boolean => statements.every(({ holds }) => holds !== 'no')
