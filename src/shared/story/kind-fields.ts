import { allFields, type FieldDefinition, type FieldType, type Kind } from './kind'

/** What a story's own words call for; a field of this id that is a plain list still completes as one. */
const usual: ReadonlyMap<string, FieldType> = new Map([
  ['byline', 'person'],
  ['places', 'place'],
])

/** The ids of the fields whose words complete this one: all that hold persons, or places; for other lists those of the same id. */
export function listsLike(kinds: readonly Kind[], field: Pick<FieldDefinition, 'id' | 'type'>): string[] {
  const wanted = poolOf(field)
  const alike = kinds.flatMap((kind) => allFields(kind)).filter((other) => (wanted === null ? other.id === field.id : poolOf(other) === wanted))
  return [...new Set([field.id, ...alike.map(({ id }) => id)])]
}

function poolOf({ id, type }: Pick<FieldDefinition, 'id' | 'type'>): 'person' | 'place' | null {
  const shown = type === 'list' ? (usual.get(id) ?? type) : type
  return shown === 'person' || shown === 'place' ? shown : null
}
