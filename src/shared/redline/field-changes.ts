import { canonicalText } from '../story/canonical'
import { allFields, type FieldValue, type Kind } from '../story/kind'
import type { Revision } from '../story/revision'
import { piecesOf } from './pieces'
import type { ValueChange } from './redline-shape'
import { tokensOfText } from './tokens'
import { valueText } from './value-text'

/** The fields that differ, those of the kind in the order of its form, then others by name. */
export function fieldChanges(before: Revision | null, after: Revision, kind?: Kind): ValueChange[] {
  const known = kind === undefined ? [] : allFields(kind).map(({ id }) => id)
  const others = [...Object.keys(before?.fields ?? {}), ...Object.keys(after.fields)].filter((id) => !known.includes(id)).sort()
  const labels = new Map(kind && allFields(kind).map(({ id, label }) => [id, label]))
  const values = (revision: Revision | null, id: string): FieldValue | null => (revision !== null && Object.hasOwn(revision.fields, id) ? (revision.fields[id] ?? null) : null)
  const changes = [...known, ...new Set(others)].flatMap((id): ValueChange[] => {
    const [was, is] = [values(before, id), values(after, id)]
    return canonicalText(was) === canonicalText(is) ? [] : [valueChange(id, labels.get(id) ?? id, was, is, valueText(was, before?.assets ?? []), valueText(is, after.assets))]
  })
  const kindChange = before !== null && before.kind !== after.kind ? [valueChange('story.kind', 'Kind', before.kind, after.kind)] : []
  return [...kindChange, ...changes]
}

/** A change of a value, with its texts where they are not the values themselves. */
export function valueChange(id: string, label: string, before: FieldValue | null, after: FieldValue | null, textBefore = valueText(before, []), textAfter = valueText(after, [])): ValueChange {
  return { id, label, before, after, pieces: piecesOf(tokensOfText(textBefore), tokensOfText(textAfter)) }
}
