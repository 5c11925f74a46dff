import type { ChangeClass, Redline } from './redline-shape'

interface ClassWords {
  readonly id: ChangeClass
  readonly one: string
  readonly many: string
  /** What counts as one, in a sentence. */
  readonly meaning: string
}

/** The classes in the order in which they matter to a reader. */
export const changeClasses: readonly ClassWords[] = [
  { id: 'number', one: 'number', many: 'numbers', meaning: 'A figure, a number in words, a month or a weekday differs' },
  { id: 'quotation', one: 'quotation', many: 'quotations', meaning: 'Words inside a quotation differ' },
  { id: 'name', one: 'name', many: 'names', meaning: 'A name of a person, a place or an organisation is touched' },
  { id: 'wording', one: 'wording', many: 'wordings', meaning: 'Other words differ' },
  { id: 'link', one: 'link', many: 'links', meaning: 'A link leads elsewhere, came or went' },
  { id: 'image', one: 'image', many: 'images', meaning: 'A picture or a file, or what is said of it, differs' },
  { id: 'field', one: 'field', many: 'fields', meaning: 'A field of the form differs, such as the headline' },
  { id: 'move', one: 'move', many: 'moves', meaning: 'Words or blocks stand at another place' },
  { id: 'format', one: 'format', many: 'formats', meaning: 'The words are the same and look different' },
]

/** The classes that have changes, with their number in words: '1 number', '3 wordings'. */
export function countsByClass(counts: Redline['counts']): { readonly id: ChangeClass; readonly text: string }[] {
  return changeClasses.flatMap(({ id, one, many }) => {
    const count = counts[id] ?? 0
    return count === 0 ? [] : [{ id, text: `${count} ${count === 1 ? one : many}` }]
  })
}

/** How many changes in words: 'no change', '1 change', '12 changes'. */
export function changesText(total: number): string {
  return total === 0 ? 'no change' : `${total} ${total === 1 ? 'change' : 'changes'}`
}
