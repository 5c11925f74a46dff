import { allFields, holdsSeveral, type FieldDefinition, type FieldType, type Kind } from './kind'
import { KindId } from './ids'
import { slugFrom } from './slug'

/** Changes of a desk's kinds as steps: each takes kinds and answers new ones; none touches a story. */

/** An id that is made of a field's label and that none of the taken ones is: `Press contact` gives `pressContact`. */
export function fieldIdFrom(label: string, taken: readonly string[]): string {
  const [first = '', ...others] = latinWords(label)
  const stem = /^[a-z]/.test(first) ? first + others.map(capital).join('') : `field${capital(first)}${others.map(capital).join('')}`
  return freeName(stem.slice(0, 36), taken, '')
}

/** An id that is made of a kind's label and that none of the taken ones is: `Case study` gives `case-study`. */
export function kindIdFrom(label: string, taken: readonly string[]): KindId {
  const stem = latinWords(label).join('-')
  return KindId.parse(freeName((/^[a-z]/.test(stem) ? stem : `kind-${stem}`).replace(/-$/, '').slice(0, 36), taken, '-'))
}

/** Words in letters that an id may have; a script that has none of them gives none. */
const latinWords = (label: string): string[] => slugFrom(label).replace(/[^a-z0-9-]/g, '').split('-').filter((word) => word !== '' )

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** What every object has is taken too: a story's fields are looked up by their ids. */
function freeName(stem: string, taken: readonly string[], before: string): string {
  let free = stem
  for (let count = 2; taken.includes(free) || free in Object.prototype; count++) free = `${stem}${before}${count}`
  return free
}

/** A kind with the fields that every story has. */
export function newKind(label: string, plural: string, common: readonly FieldDefinition[], kinds: readonly Kind[]): Kind {
  return { id: kindIdFrom(label, kinds.map(({ id }) => id)), label, plural, fields: [...common] }
}

/** A kind with the same fields under another name. What was removed from the first is not part of it. */
export function duplicateOf(kind: Kind, kinds: readonly Kind[]): Kind {
  const labels = kinds.map(({ label }) => label)
  const name = (text: string): string => {
    let free = `${text} (copy)`
    for (let count = 2; labels.includes(free); count++) free = `${text} (copy ${count})`
    return free
  }
  return { id: kindIdFrom(kind.label, kinds.map(({ id }) => id)), label: name(kind.label), plural: name(kind.plural), fields: kind.fields }
}

/** A field of a type at the end of a kind's form. Its id is made from the label, and never again a removed field's. */
export function withField(kind: Kind, label: string, type: FieldType): Kind {
  const id = fieldIdFrom(label, allFields(kind).map((field) => field.id))
  const field: FieldDefinition = { id, label, type, required: false, ...(type === 'choice' || type === 'choices' ? { options: [] } : {}) }
  return { ...kind, fields: [...kind.fields, field] }
}

/** A field without limits that its type can't have. */
export function ofType(field: FieldDefinition, type: FieldType): FieldDefinition {
  const { minItems, maxItems, maxLength, options, ...rest } = field
  const offers = type === 'choice' || type === 'choices'
  return {
    ...rest,
    type,
    ...(holdsSeveral(type) && minItems !== undefined ? { minItems } : {}),
    ...(holdsSeveral(type) && maxItems !== undefined ? { maxItems } : {}),
    ...(maxLength !== undefined && (type === 'text' || type === 'longText' || type === 'slug') ? { maxLength } : {}),
    ...(offers ? { options: options ?? [] } : {}),
  }
}

/** A field out of the form; what stories hold in it stays with them. One that was never saved is simply gone. */
export function withoutField(kind: Kind, id: string, wasSaved: boolean): Kind {
  const field = kind.fields.find((one) => one.id === id)
  if (field === undefined) return kind
  const fields = kind.fields.filter((one) => one !== field)
  return wasSaved ? { ...kind, fields, removed: [...(kind.removed ?? []), field] } : { ...kind, fields }
}

/** A removed field back at the end of the form, as it was. */
export function withFieldBack(kind: Kind, id: string): Kind {
  const field = kind.removed?.find((one) => one.id === id)
  if (field === undefined) return kind
  const { removed = [], ...rest } = kind
  const left = removed.filter((one) => one !== field)
  return { ...rest, fields: [...kind.fields, field], ...(left.length > 0 ? { removed: left } : {}) }
}

/** A kind as it is saved: without the white space and the empty options that typing leaves. */
export function tidied(kind: Kind): Kind {
  const field = ({ label, help, options, ...rest }: FieldDefinition): FieldDefinition => ({
    ...rest,
    label: label.trim(),
    ...(help === undefined || help.trim() === '' ? {} : { help: help.trim() }),
    ...(options === undefined ? {} : { options: [...new Set(options.map((option) => option.trim()).filter((option) => option !== ''))] }),
  })
  return { ...kind, label: kind.label.trim(), plural: kind.plural.trim(), fields: kind.fields.map(field) }
}

/** The list with one of its entries at another place; a place beyond the ends is the end. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const entry = list[from]
  if (entry === undefined) return list
  const others = list.filter((_, at) => at !== from)
  const place = Math.max(0, Math.min(to, others.length))
  return [...others.slice(0, place), entry, ...others.slice(place)]
}
