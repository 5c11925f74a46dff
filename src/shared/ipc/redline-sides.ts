import { z } from 'zod'
import { RevisionId } from '../story/ids'

/** What a redline compares: from the approved, the submitted, the published revision or the one that the acting member last saw, any other, or nothing (all is new); to any revision or the story as it stands. */
export const RedlineFrom = z.union([z.enum(['approved', 'submitted', 'published', 'seen', 'none']), RevisionId])
export type RedlineFrom = z.infer<typeof RedlineFrom>

export const RedlineTo = z.union([z.literal('current'), RevisionId])
export type RedlineTo = z.infer<typeof RedlineTo>
