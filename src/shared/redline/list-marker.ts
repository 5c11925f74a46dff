import { numberOfAttribute, textOfAttribute } from '../document/attributes'
import type { Leaf } from './leaves'

/** What stands before the first block of a list's item, as its readers see it: its number, a bullet, or the box of a task; null for all else. */
export function markerOf({ path, within, shared }: Leaf): string | null {
  const at = within.findLastIndex(({ type }) => type === 'listItem' || type === 'taskItem')
  const item = within[at]
  if (item === undefined || at < shared) return null
  if (item.type === 'taskItem') return item.attrs?.['checked'] === true ? '☑' : '☐'
  const list = within[at - 1]
  if (list?.type !== 'orderedList') return '•'
  return `${numberText(numberOfAttribute(list, 'start', 1, 0) + (path[at] ?? 0), textOfAttribute(list, 'type'))}.`
}

/** A number as a list of this type writes it (the types of HTML's `ol`). */
function numberText(number: number, type: string): string {
  const written = type.toLowerCase() === 'a' ? letters(number) : type.toLowerCase() === 'i' ? roman(number) : String(number)
  return type === 'A' || type === 'I' ? written.toUpperCase() : written
}

function letters(number: number): string {
  if (number < 1) return String(number)
  const rest = (number - 1) % 26
  const before = (number - 1 - rest) / 26
  return `${before > 0 ? letters(before) : ''}${String.fromCharCode(97 + rest)}`
}

const numerals = [['m', 1000], ['cm', 900], ['d', 500], ['cd', 400], ['c', 100], ['xc', 90], ['l', 50], ['xl', 40], ['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1]] as const

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number)
  let [rest, text] = [number, '']
  for (const [letter, value] of numerals) {
    while (rest >= value) {
      text += letter
      rest -= value
    }
  }
  return text
}
