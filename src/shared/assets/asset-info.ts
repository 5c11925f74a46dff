import { z } from 'zod'
import { AssetHash } from '../story/ids'

/** What the desk says of a picture where nothing else is said: what a new use of it starts with. */
export const AssetWords = z.object({ alt: z.string().max(2000), caption: z.string().max(2000), credit: z.string().max(500) })
export type AssetWords = z.infer<typeof AssetWords>

export const AssetInfo = z.object({
  hash: AssetHash,
  name: z.string(),
  mime: z.string(),
  size: z.number(),
  /** Pixels; null for what is not an image. */
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** Of a PDF, once its pages have been counted. */
  pages: z.number().optional(),
  /** What the library says of it; missing while it says nothing. */
  words: AssetWords.optional(),
})
export type AssetInfo = z.infer<typeof AssetInfo>
