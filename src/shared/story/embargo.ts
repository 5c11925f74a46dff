import type { FieldValues } from './kind'

/** When a story may be out, or null when it always may. */
export function embargoEnd({ embargo }: FieldValues): Date | null {
  const at = new Date(typeof embargo === 'string' ? embargo : '')
  return Number.isNaN(at.getTime()) ? null : at
}

/**
 * That a story is under embargo and until when, as a sentence that is the same on every computer; null when it may be out now.
 * @param what The story, as the sentence begins with it.
 */
export function underEmbargo(what: string, fields: FieldValues, now: Date): string | null {
  const end = embargoEnd(fields)
  return end !== null && end > now ? `${what} is under embargo until ${end.toISOString().slice(0, 16).replace('T', ', ')} UTC.` : null
}
