import type { FieldDefinition } from '../../shared/story/kind'
import { matchesPrefix } from '../../shared/story/completion'
import { wordsInFields, type Suggestion } from '../store/field-tallies'
import type { Desk } from './desk'
import { listsLike } from '../../shared/story/kind-fields'

/**
 * What completes a list as one types: the words that the desk's stories have in such fields, the most used first, and for
 * persons also the desk's members. Persons and places are shared by all fields that hold them.
 */
export function suggestionsFor(desk: Desk, field: Pick<FieldDefinition, 'id' | 'type'>, prefix: string, limit: number): Suggestion[] {
  const used = wordsInFields(desk.db, listsLike(desk.kinds, field), prefix, limit)
  if (used.length === limit || (field.type !== 'person' && field.id !== 'byline')) return used
  const known = new Set(used.map(({ value }) => value))
  const members = desk.members.filter(({ name }) => !known.has(name) && matchesPrefix(name, prefix)).map(({ name }) => ({ value: name, uses: 0 }))
  return [...used, ...members].slice(0, limit)
}
