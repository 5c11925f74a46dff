import { fail, ok, type Result } from '../result'
import type { KindUsage } from '../ipc'
import { allFields, holdsSeveral, type FieldDefinition, type FieldType, type Kind } from './kind'

/** Why Copydesk needs a field in every kind; such fields can be renamed, not removed. */
const neededByAll: Readonly<Record<string, string>> = {
  headline: 'Lists, search and the title of the page are made from it.',
  slug: 'The address of the page ends in it.',
  summary: 'Listings and search engines show it.',
  language: 'It says how the text is spelt and which way it is written, and tells translations apart.',
  embargo: 'It keeps a story from being published too early.',
}

/** Fields that only one kind needs. */
const neededByKind: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map<string, Readonly<Record<string, string>>>([
  ['media-feature', { outlet: 'The page names the outlet.', outletAddress: 'The page links to the article.' }],
  ['cross-post', { origin: 'The page says who published it first.', originAddress: 'The page links to the original.' }],
  ['publication', { report: 'The page offers the report as a PDF.' }],
])

/** Fields that preflight always asks for, whatever the kind says. */
const alwaysRequired = new Set(['headline', 'slug', 'summary'])

/** Why a field of a kind can't be removed or be of another type; null when it can. */
export function whyNeeded(kind: Kind['id'], field: FieldDefinition['id']): string | null {
  const own = neededByKind.get(kind)
  return (Object.hasOwn(neededByAll, field) ? neededByAll[field] : own && Object.hasOwn(own, field) ? own[field] : undefined) ?? null
}

/** Whether a field must be required: preflight has a check of its own for it. */
export function isAlwaysRequired(kind: Kind['id'], field: FieldDefinition['id']): boolean {
  return alwaysRequired.has(field) || (whyNeeded(kind, field) !== null && !Object.hasOwn(neededByAll, field))
}

/** Types of which each can stand for the others: they hold the same in the same way. */
const interchangeable: readonly (readonly FieldType[])[] = [
  ['text', 'longText'],
  ['list', 'person', 'place', 'choices'],
]

/** The types that a field may change to without a story losing what it holds, its own included. */
export function typesLike(type: FieldType): readonly FieldType[] {
  return interchangeable.find((types) => types.includes(type)) ?? [type]
}

/** What a list of kinds must be to be a desk's, in words that name the kind and the field. */
export function checkKinds(before: readonly Kind[], after: readonly Kind[], usage: KindUsage): Result<void> {
  const refused = [...listProblems(before, after, usage), ...after.flatMap((kind) => [...kindProblems(kind), ...lostIn(kind, before.find(({ id }) => id === kind.id))])][0]
  return refused === undefined ? ok(undefined) : fail('bad-kinds', refused)
}

function listProblems(before: readonly Kind[], after: readonly Kind[], { kinds }: KindUsage): string[] {
  if (after.length === 0) return ['A desk needs at least one kind.']
  const problems = repeated(after.map(({ id }) => id)).map((id) => `There are two kinds with the id ‘${id}’.`)
  problems.push(...repeated(after.map(({ label }) => label.trim().toLowerCase())).map((label) => `There are two kinds called ‘${label}’.`))
  for (const { id, label } of before) {
    const inUse = kinds.find(({ kind }) => kind === id)
    if (inUse && inUse.stories > 0 && !after.some((kind) => kind.id === id)) problems.push(whyKept(label, inUse))
  }
  return problems
}

/** Why a kind that stories have can't be removed, with their number. */
export function whyKept(label: string, { stories, archived }: { readonly stories: number; readonly archived: number }): string {
  const how = archived === 0 ? '' : archived === stories ? (stories === 1 ? ', in the archive' : ', all in the archive') : `, ${archived} of them in the archive`
  return `‘${label}’ can’t be removed: ${stories === 1 ? '1 story is' : `${stories} stories are`} of this kind${how}.`
}

function kindProblems(kind: Kind): string[] {
  const name = `‘${kind.label}’`
  const problems = repeated(allFields(kind).map(({ id }) => id)).map((id) => `${name} has two fields with the id ‘${id}’.`)
  if (kind.label.trim() === '' || kind.plural.trim() === '') problems.push('A kind needs a name, for one and for several.')
  problems.push(...repeated(kind.fields.map(({ label }) => label.trim().toLowerCase())).map((label) => `${name} has two fields called ‘${label}’.`))
  for (const needed of alwaysRequired) if (!kind.fields.some(({ id, type }) => id === needed && isText(type))) problems.push(`${name} needs its field ‘${needed}’. ${neededByAll[needed] ?? ''}`)
  return [...problems, ...kind.fields.flatMap((field) => fieldProblem(field) ?? []).map((problem) => `${name}: ${problem}`)]
}

/** What is wrong with a field's own settings, for a person; null when nothing is. */
export function fieldProblem({ label, type, options = [], minItems, maxItems, maxLength }: FieldDefinition): string | null {
  if (label.trim() === '') return 'A field needs a label.'
  const offers = type === 'choice' || type === 'choices'
  if (offers && options.every((option) => option.trim() === '')) return `‘${label}’ needs at least one option.`
  if (offers && repeated(options).length > 0) return `‘${label}’ offers ‘${repeated(options)[0] ?? ''}’ twice.`
  if (minItems !== undefined && maxItems !== undefined && minItems > maxItems) return `‘${label}’ asks for at least ${minItems}, but allows ${maxItems}.`
  if ((minItems !== undefined || maxItems !== undefined) && !holdsSeveral(type)) return `‘${label}’ holds one value; their number can’t be limited.`
  if (maxLength !== undefined && !isText(type)) return `‘${label}’ is no text; its length can’t be limited.`
  return null
}

const isText = (type: FieldType): boolean => type === 'text' || type === 'longText' || type === 'slug'

/** What stories would lose: fields that vanish, change what they hold, or are needed. */
function lostIn(after: Kind, before: Kind | undefined): string[] {
  if (before === undefined) return []
  const name = `‘${after.label}’`
  const there = new Map(allFields(after).map((field) => [field.id, field]))
  const shown = new Set(after.fields.map(({ id }) => id))
  return allFields(before).flatMap(({ id, label, type }) => {
    const now = there.get(id)
    if (now === undefined) return [`${name}: what stories hold in ‘${label}’ would be lost.`]
    if (!typesLike(type).includes(now.type)) return [`${name}: ‘${label}’ can’t be of another type, because stories may hold something in it. Remove it and add a new field.`]
    const why = whyNeeded(after.id, id)
    return why !== null && before.fields.some((field) => field.id === id) && !shown.has(id) ? [`${name}: ‘${label}’ can’t be removed. ${why}`] : []
  })
}

const repeated = (names: readonly string[]): string[] => [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
