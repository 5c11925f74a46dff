import { z } from 'zod'
import { RevisionId } from '../story/ids'

/** What of a story is previewed: as it stands now, as it was approved, or one of its revisions. */
export const PreviewSubject = z.union([z.enum(['current', 'approved']), RevisionId])
export type PreviewSubject = z.infer<typeof PreviewSubject>

export const PreviewSurface = z.enum(['article', 'listing'])
