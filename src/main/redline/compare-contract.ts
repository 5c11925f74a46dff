import { z } from 'zod'
import type { Known } from '../../shared/redline/known'
import type { Redline } from '../../shared/redline/redline-shape'
import type { Revision } from '../../shared/story/revision'

/** Two revisions to be told apart, with what the desk knows of names, fields and other stories. */
export interface Comparison {
  readonly before: Revision | null
  readonly after: Revision
  readonly known: Known
}

/** What the process that compares is told, and what it answers. Both ends are this program, and texts are long: only the frame is parsed. */
export const ToCompare = z.object({ id: z.number(), comparison: z.custom<Comparison>((value) => typeof value === 'object' && value !== null) })
export type ToCompare = z.infer<typeof ToCompare>
export const FromCompare = z.object({ id: z.number(), redline: z.custom<Redline>((value) => typeof value === 'object' && value !== null).nullable(), failed: z.string() })
export type FromCompare = z.infer<typeof FromCompare>
