import { canonicalText } from '../story/canonical'
import { allFields, type FieldDefinition, type FieldType, type FieldValue } from '../story/kind'
import type { Revision } from '../story/revision'
import { nothingKnown, type Known } from './known'
import { piecesOf } from './pieces'
import type { Piece, ValueChange } from './redline-shape'
import { tokensOfText } from './tokens'
import { toldApart, valueText } from './value-text'

/** The fields that differ, those of the kind in the order of its form, then others by name. */
export function fieldChanges(before: Revision | null, after: Revision, { kind, kinds }: Pick<Known, 'kind' | 'kinds'> = nothingKnown): ValueChange[] {
  const fields = new Map<string, FieldDefinition>(kind === undefined ? [] : allFields(kind).map((field) => [field.id, field]))
  const others = [...Object.keys(before?.fields ?? {}), ...Object.keys(after.fields)].filter((id) => !fields.has(id)).sort()
  const changes = [...new Set([...fields.keys(), ...others])].flatMap((id): ValueChange[] => {
    const [was, is] = [valueIn(before, id), valueIn(after, id)]
    if (canonicalText(was) === canonicalText(is)) return []
    const { label = nameOf(id), type = id === 'language' ? 'language' : undefined } = fields.get(id) ?? {}
    const words = toldApart(valueText(was, before?.assets ?? [], type), valueText(is, after.assets, type), otherOfOne(is))
    return [valueChange(id, label, was, is, words, wholes.has(type ?? 'text'))]
  })
  if (before === null || before.kind === after.kind) return changes
  const kindName = (id: Revision['kind']): string => kinds.get(id) ?? (kind?.id === id ? kind.label : id)
  return [valueChange('story.kind', 'Kind', before.kind, after.kind, { before: kindName(before.kind), after: kindName(after.kind) }, true), ...changes]
}

/** What is chosen, not written: one reads what it was and what it is. */
const wholes: ReadonlySet<FieldType> = new Set(['choice', 'language', 'address', 'slug', 'date', 'dateTime'])

const valueIn = (revision: Revision | null, id: string): FieldValue | null => (revision !== null && Object.hasOwn(revision.fields, id) ? (revision.fields[id] ?? null) : null)

/** A field that no form names is called by its id, as words: ‘heroImage’ is the ‘Hero image’. */
const nameOf = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1).replace(/\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`)}`

function otherOfOne(value: FieldValue | null): string {
  if (typeof value === 'string') return 'written otherwise'
  return Array.isArray(value) ? 'another one of this name' : 'another file of this name'
}

/**
 * A change of a value.
 * @param words What it was and is, as text.
 * @param asWhole Whether it is read as a whole, not word by word.
 */
export function valueChange(id: string, label: string, before: FieldValue | null, after: FieldValue | null, words: { readonly before: string; readonly after: string }, asWhole: boolean): ValueChange {
  const whole: readonly Piece[] = [{ kind: 'deleted', text: words.before }, { kind: 'inserted', text: words.after }]
  return { id, label, before, after, pieces: asWhole ? whole.filter(({ text }) => text !== '') : piecesOf(tokensOfText(words.before), tokensOfText(words.after)) }
}
