import type { FieldValues } from './kind'

/** When a story may be out, or null when it always may. */
export function embargoEnd({ embargo }: FieldValues): Date | null {
  const at = new Date(typeof embargo === 'string' ? embargo : '')
  return Number.isNaN(at.getTime()) ? null : at
}

/** That moment as a sentence ends with it, the same on every computer: `2026-11-24, 09:30 UTC`. */
export function embargoMoment(end: Date): string {
  return `${end.toISOString().slice(0, 16).replace('T', ', ')} UTC`
}
