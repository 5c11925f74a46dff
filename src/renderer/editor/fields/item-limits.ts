import type { FieldDefinition } from '@shared/story/kind'

/** How many entries a field has of how many it may have, such as `2 / 3`; nothing where its number is not limited. */
export function itemLimits({ minItems, maxItems }: Pick<FieldDefinition, 'minItems' | 'maxItems'>, count: number): string | undefined {
  if (maxItems !== undefined) return `${count} / ${maxItems}`
  return minItems !== undefined && count < minItems ? `${count} of at least ${minItems}` : undefined
}
