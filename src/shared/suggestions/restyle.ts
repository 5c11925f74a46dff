import type { Mark, Schema } from '@tiptap/pm/model'
import { isSafeLinkAddress } from '../document/link-address'
import type { Judge } from './judge'
import { readRestyle, type MarkAttributes, type Restyle } from './tag'

/** Marks of some words, with what was suggested for their formatting settled; the same when nothing is. Of two that are accepted, the newer one counts. */
export function restyled(marks: readonly Mark[], judge: Judge): readonly Mark[] {
  const all = marks.filter(({ type }) => type.name === 'restyled').map((mark) => ({ mark, said: readRestyle(mark.attrs) }))
  const settled = all.filter(({ said }) => judge(said) !== 'keep')
  const [first] = settled
  if (first === undefined) return marks
  const accepted = new Map(settled.filter(({ said }) => judge(said) === 'accept').sort((a, b) => order(a.said, b.said)).map(({ said }) => [said.mark, said.now]))
  // First without any of them: some formatting does not let other formatting in.
  const bare = marks.filter((mark) => !accepted.has(mark.type.name) && !settled.some((one) => one.mark === mark))
  return [...accepted].flatMap(([sort, now]) => formatting(first.mark.type.schema, sort, now)).reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), bare)
}

const order = (a: Restyle, b: Restyle): number => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1)

function formatting(schema: Schema, sort: string, attrs: MarkAttributes | null): Mark[] {
  const type = schema.marks[sort]
  if (attrs === null || type === undefined || type.spec.excludes === '') return []
  // What travels with a story is not believed: an address that links may not have is no link.
  if (sort === 'link' && !isSafeLinkAddress(typeof attrs['href'] === 'string' ? attrs['href'] : '')) return []
  return [type.create(Object.fromEntries(Object.entries(attrs).filter(([name, value]) => name in (type.spec.attrs ?? {}) && value !== undefined)))]
}
