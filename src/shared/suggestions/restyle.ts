import type { Mark, Schema } from '@tiptap/pm/model'
import { isSafeLinkAddress } from '../document/link-address'
import type { Judge } from './settle'
import { readRestyle, type MarkAttributes, type Restyle } from './tag'

interface Restyling {
  readonly mark: Mark
  readonly said: Restyle
}

/** Marks of some words, with what was suggested for their formatting settled; the same when nothing is. */
export function restyled(marks: readonly Mark[], judge: Judge): readonly Mark[] {
  const all = marks.filter(({ type }) => type.name === 'restyled').map((mark): Restyling => ({ mark, said: readRestyle(mark.attrs) }))
  const sorts = [...new Set(all.filter(({ said }) => judge(said) !== 'keep').map(({ said }) => said.mark))]
  const [first] = all
  if (sorts.length === 0 || first === undefined) return marks
  const settled = sorts.map((sort) => settleSort(sort, all.filter(({ said }) => said.mark === sort), judge))
  // First without any of them: some formatting does not let other formatting in.
  const bare = marks.filter(({ type }) => !sorts.includes(type.name)).filter((mark) => !all.some((restyling) => restyling.mark === mark && sorts.includes(restyling.said.mark)))
  const formatted = settled.flatMap(({ sort, looks }) => formatting(first.mark.type.schema, sort, looks))
  return [...formatted, ...settled.flatMap(({ left }) => left)].reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), bare)
}

/**
 * One sort of formatting. What was accepted is what the others start from; the newest of those that are left says how the words look
 * meanwhile.
 */
function settleSort(sort: string, restylings: readonly Restyling[], judge: Judge): { readonly sort: string; readonly looks: MarkAttributes | null; readonly left: Mark[] } {
  const inOrder = [...restylings].sort((a, b) => order(a.said, b.said))
  const accepted = inOrder.findLast(({ said }) => judge(said) === 'accept')?.said
  const left = inOrder.filter(({ said }) => judge(said) === 'keep')
  const base = accepted === undefined ? (inOrder[0]?.said.base ?? null) : accepted.now
  const newest = left.at(-1)
  return {
    sort,
    looks: newest === undefined ? base : newest.said.now,
    left: left.map(({ mark, said }) => (accepted === undefined ? mark : mark.type.create({ ...said, base }))),
  }
}

const order = (a: Restyle, b: Restyle): number => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1)

function formatting(schema: Schema, sort: string, attrs: MarkAttributes | null): Mark[] {
  const type = schema.marks[sort]
  if (attrs === null || type === undefined || type.spec.excludes === '') return []
  // What travels with a story is not believed: an address that links may not have is no link.
  if (sort === 'link' && !isSafeLinkAddress(typeof attrs['href'] === 'string' ? attrs['href'] : '')) return []
  return [type.create(Object.fromEntries(Object.entries(attrs).filter(([name, value]) => name in (type.spec.attrs ?? {}) && value !== undefined)))]
}
