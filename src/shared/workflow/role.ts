import { z } from 'zod'

/** What somebody may do on a desk. An admin may do all. */
export const Role = z.enum(['writer', 'reviewer', 'publisher', 'admin'])
export type Role = z.infer<typeof Role>
