import { underEmbargo } from '../story/embargo'
import { isSlug } from '../story/slug'
import { isAboveText } from '../story/written-fields'
import { holdsSeveral, storiesOf, wordsOf, type FieldDefinition } from '../story/kind'
import { isWebAddress } from '../document/web-address'
import { inField, textOf, type Check, type Found, type PreflightInput } from './check'

const shortSummary = 40

/** Fields whose absence has a check of its own, with words of its own. */
const special: ReadonlyMap<string, readonly string[]> = new Map([
  ['media-feature', ['outlet', 'outletAddress']],
  ['cross-post', ['origin', 'originAddress']],
  ['publication', ['report']],
])
const always = ['headline', 'slug', 'summary']

export const fieldChecks: readonly Check[] = [
  { id: 'headline', label: 'Headline', severity: 'blocker', find: findHeadline },
  { id: 'slug', label: 'Slug', severity: 'blocker', find: findSlug },
  { id: 'summary', label: 'Summary and its length', severity: 'blocker', find: findSummary },
  { id: 'required-field', label: 'Required fields', severity: 'blocker', find: findRequired },
  { id: 'field-length', label: 'Length of fields', severity: 'warning', find: findLong },
  { id: 'item-count', label: 'Number of entries', severity: 'warning', find: findCounts },
  { id: 'choice', label: 'Options that are no longer offered', severity: 'warning', find: findGoneOptions },
  { id: 'story-reference', label: 'Stories that are not on the desk', severity: 'warning', find: findGoneStories },
  { id: 'address', label: 'Web addresses', severity: 'blocker', find: findAddresses },
  { id: 'date', label: 'Dates', severity: 'blocker', find: findDates },
  { id: 'embargo', label: 'Embargo in the future', severity: 'warning', find: findEmbargo },
]

function lengthLimit({ kind }: PreflightInput, field: string): number {
  return kind.fields.find(({ id }) => id === field)?.maxLength ?? Infinity
}

function findHeadline(input: PreflightInput): Found[] {
  const text = textOf(input.fields, 'headline')
  const limit = lengthLimit(input, 'headline')
  if (text === '') return [{ message: 'The headline is missing.', place: inField('headline'), fix: 'Write a headline.' }]
  return text.length > limit ? [tooLong('headline', 'The headline', text, limit)] : []
}

function tooLong(field: string, name: string, text: string, limit: number): Found {
  return { message: `${name} has ${text.length} characters; ${limit} are allowed.`, place: inField(field), fix: `Shorten it by ${text.length - limit}.` }
}

function findSlug({ fields, slugTaken }: PreflightInput): Found[] {
  const slug = textOf(fields, 'slug')
  const place = inField('slug')
  if (slug === '') return [{ message: 'The slug is missing.', place, fix: 'Make one from the headline.' }]
  if (!isSlug(slug)) return [{ message: `‘${slug}’ can’t be part of an address.`, place, fix: 'Use lower-case letters, digits and single hyphens.' }]
  return slugTaken === true ? [{ message: `Another story has the slug ‘${slug}’.`, place, fix: 'Choose a different one.' }] : []
}

function findSummary(input: PreflightInput): Found[] {
  const text = textOf(input.fields, 'summary')
  const limit = lengthLimit(input, 'summary')
  const place = inField('summary')
  if (text === '') return [{ message: 'The summary is missing.', place, fix: 'Say in one or two sentences what readers will learn.' }]
  if (text.length > limit) return [tooLong('summary', 'The summary', text, limit)]
  return text.length < shortSummary ? [{ message: 'The summary is very short.', place, fix: 'A listing has room for one or two sentences.', severity: 'note' }] : []
}

function findRequired({ kind, fields }: PreflightInput): Found[] {
  const covered = [...always, ...(special.get(kind.id) ?? [])]
  return kind.fields
    .filter((field) => field.required && !covered.includes(field.id) && isEmpty(fields[field.id]))
    .map((field) => ({ message: `‘${field.label}’ is missing.`, place: inField(field.id) }))
}

const isEmpty = (value: unknown): boolean => value === undefined || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)

function findLong(input: PreflightInput): Found[] {
  return input.kind.fields
    .filter(({ id, maxLength }) => maxLength !== undefined && !isAboveText(id) && textOf(input.fields, id).length > maxLength)
    .map(({ id, label, maxLength }) => tooLong(id, `‘${label}’`, textOf(input.fields, id), maxLength ?? 0))
}

function findCounts({ kind, fields }: PreflightInput): Found[] {
  return kind.fields.flatMap(({ id, label, type, minItems = 0, maxItems = Infinity }) => {
    const value = fields[id]
    const count = holdsSeveral(type) && Array.isArray(value) ? value.length : 0
    if (count > maxItems) return [{ message: `‘${label}’ has ${count} entries; ${maxItems} ${maxItems === 1 ? 'is' : 'are'} allowed.`, place: inField(id), fix: `Take out ${count - maxItems}.` }]
    // Whether it may be empty is another question.
    return count > 0 && count < minItems ? [{ message: `‘${label}’ has ${count === 1 ? '1 entry' : `${count} entries`}; at least ${minItems} are asked for.`, place: inField(id), fix: `Add ${minItems - count}.` }] : []
  })
}

function findGoneOptions({ kind, fields }: PreflightInput): Found[] {
  return kind.fields.flatMap(({ id, label, type, options = [] }) => {
    const value = fields[id]
    const chosen = type === 'choices' ? wordsOf(value) : type === 'choice' && typeof value === 'string' ? [value] : []
    return chosen.filter((option) => !options.includes(option)).map((option) => ({ message: `‘${option}’ is no longer offered for ‘${label}’.`, place: inField(id), fix: 'Choose another one, or leave it as it is.' }))
  })
}

function findGoneStories({ kind, fields, storyKnown }: PreflightInput): Found[] {
  if (storyKnown === undefined) return []
  return kind.fields
    .filter(({ type }) => type === 'story')
    .flatMap(({ id, label }) => storiesOf(fields[id]).filter(({ story }) => !storyKnown(story)).map(({ headline }) => ({ message: `‘${headline || 'Untitled'}’, named in ‘${label}’, is not on this desk.`, place: inField(id), fix: 'Choose another story, or remove it.' })))
}

const filled = (input: PreflightInput, type: FieldDefinition['type']): { field: FieldDefinition; text: string }[] =>
  input.kind.fields.filter((field) => field.type === type).flatMap((field) => (textOf(input.fields, field.id) === '' ? [] : [{ field, text: textOf(input.fields, field.id) }]))

function findAddresses(input: PreflightInput): Found[] {
  return filled(input, 'address')
    .filter(({ text }) => !isWebAddress(text))
    .map(({ field, text }) => ({ message: `‘${field.label}’ is not a web address: ${text}`, place: inField(field.id), fix: 'It must start with https:// or http://' }))
}

function findDates(input: PreflightInput): Found[] {
  const dates = filled(input, 'date').filter(({ text }) => !isDate(text))
  const moments = filled(input, 'dateTime').filter(({ text }) => !isMoment(text))
  return [
    ...dates.map(({ field, text }) => ({ message: `‘${field.label}’ is not a date: ${text}`, place: inField(field.id), fix: 'Choose a day.' })),
    ...moments.map(({ field, text }) => ({ message: `‘${field.label}’ is not a moment with its time zone: ${text}`, place: inField(field.id), fix: 'Choose day and time anew.' })),
  ]
}

/** Whether a text is a day that exists, as YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}

/** Whether a text is a day that exists with a time and an offset (ISO 8601): the same moment on every computer. */
function isMoment(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text) && isDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))
}

function findEmbargo({ fields, now, purpose }: PreflightInput): Found[] {
  const message = underEmbargo('The story', fields, new Date(now))
  return message === null ? [] : [{ message, place: inField('embargo'), severity: purpose === 'publish' ? 'blocker' : 'warning', fix: 'Publish it after that moment, or change the embargo.' }]
}
