import type { Redline } from '@shared/redline/redline-shape'

type Counts = Redline['counts']
type ChangeClass = keyof Counts

/** In the order in which they matter to a reader. */
const classes: readonly { readonly id: ChangeClass; readonly one: string; readonly many: string }[] = [
  { id: 'number', one: 'number', many: 'numbers' },
  { id: 'quotation', one: 'quotation', many: 'quotations' },
  { id: 'name', one: 'name', many: 'names' },
  { id: 'wording', one: 'wording', many: 'wordings' },
  { id: 'link', one: 'link', many: 'links' },
  { id: 'image', one: 'image', many: 'images' },
  { id: 'field', one: 'field', many: 'fields' },
  { id: 'move', one: 'move', many: 'moves' },
  { id: 'format', one: 'format', many: 'formats' },
]

/** The classes that have changes, with their number in words: '1 number', '3 wordings'. */
export function countsByClass(counts: Counts): { readonly id: ChangeClass; readonly text: string }[] {
  return classes.flatMap(({ id, one, many }) => {
    const count = counts[id] ?? 0
    return count === 0 ? [] : [{ id, text: `${count} ${count === 1 ? one : many}` }]
  })
}

/** How many changes in words: 'no change', '1 change', '12 changes'. */
export function changesText(total: number): string {
  return total === 0 ? 'no change' : `${total} ${total === 1 ? 'change' : 'changes'}`
}
