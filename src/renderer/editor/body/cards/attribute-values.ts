/** Attributes of a node as what they should be, whatever another version or another program has put there. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export const percent = (value: unknown): number => (typeof value === 'number' && value >= 0 && value <= 100 ? value : 50)

export function chosen<T extends string>(choices: readonly [T, ...T[]], value: unknown): T {
  return choices.find((choice) => choice === value) ?? choices[0]
}
