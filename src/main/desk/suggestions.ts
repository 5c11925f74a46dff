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
  const used = wordsInFields(desk.db, listsLike(desk.kinds, field))
  const known = new Set(used.map(({ value }) => value))
  const members = field.type === 'person' || field.id === 'byline' ? desk.members.filter(({ name }) => !known.has(name)).map(({ name }) => ({ value: name, uses: 0 })) : []
  return [...used, ...members]
    .filter(({ value }) => matchesPrefix(value, prefix))
    .sort((a, b) => b.uses - a.uses || (a.value < b.value ? -1 : 1))
    .slice(0, limit)
}
