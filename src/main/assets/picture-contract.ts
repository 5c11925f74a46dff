import { z } from 'zod'
import { Crop } from '../../shared/assets/crop'
import { Failure } from '../../shared/result'
import { AssetVariant } from '../store/asset-variants'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const file = { name: z.string(), mime: z.string(), bytes }

/** One piece of work for the process that works on pictures. */
export const PictureTask = z.discriminatedUnion('type', [
  z.object({ type: z.literal('clean'), ...file }),
  z.object({ type: z.literal('crop'), ...file, crop: Crop }),
  z.object({ type: z.literal('derive'), mime: z.string(), file: z.string(), folder: z.string() }),
])
export type PictureTask = z.infer<typeof PictureTask>

/** What each piece of work comes to. */
export const pictureOutputs = {
  clean: bytes.nullable(),
  crop: bytes,
  derive: z.object({ variants: z.array(AssetVariant), pages: z.number().nullable() }),
} as const

export const PictureAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('done'), output: z.unknown() }),
  z.object({ type: z.literal('failed'), error: Failure }),
])
export type PictureAnswer = z.infer<typeof PictureAnswer>
