export const authorColours = 6

/** The colour of a member's suggestions, 0 to 5: the same on every computer. */
export function authorColour(by: unknown): number {
  const digits = typeof by === 'string' ? Number.parseInt(by.slice(0, 6), 16) : Number.NaN
  return Number.isNaN(digits) ? 0 : digits % authorColours
}
