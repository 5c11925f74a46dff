import { z } from 'zod'

/** The static site generators that an export is shaped for. */
export const PresetName = z.enum(['hugo', 'jekyll', 'eleventy', 'astro'])
export type PresetName = z.infer<typeof PresetName>
