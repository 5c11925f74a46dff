import type { FieldDefinition } from '@shared/story/kind'
import { isAboveText, proseFields } from '@shared/story/written-fields'
import type { Editor } from '@tiptap/core'
import { boxOfWords, wordsInBox, type Box } from '../find/box-of-words'

/** Where something is found: in a field, in the text, or in the words that belong to a block, such as a caption. */
export type FoundPlace = { readonly in: 'body' } | { readonly in: 'field'; readonly field: string } | { readonly in: 'block'; readonly at: number; readonly name: string }

const names: Readonly<Record<string, string>> = { caption: 'Caption', credit: 'Credit', alt: 'Alternative text', attribution: 'Attribution', title: 'Title', label: 'Label', headline: 'Headline' }

/** What the words of a block are called. */
export const nameOfWords = (name: string): string => names[name] ?? name

/** The box of a field of the story that is written as text, while it is on the screen. */
export const fieldBox = (field: string): Box | null => document.querySelector<Box>(`:is(textarea, input)[data-story-field="${CSS.escape(field)}"]`)

/** The box that a place is written in; null for the text itself. */
export function boxOf(editor: Editor, place: FoundPlace): Box | null {
  if (place.in === 'body') return null
  return place.in === 'field' ? fieldBox(place.field) : boxOfWords(editor, place)
}

/** Goes back to where one was writing. */
export function focusPlace(editor: Editor, place: FoundPlace): void {
  const box = boxOf(editor, place)
  if (box === null) editor.view.focus()
  else box.focus()
}

/** The place that is written in a box; null for a box of something else. */
export function placeOfBox(editor: Editor, box: Element): FoundPlace | null {
  const field = box instanceof HTMLTextAreaElement ? box.dataset['storyField'] : undefined
  if (field !== undefined) return { in: 'field', field }
  const words = wordsInBox(editor, box)
  return words === null ? null : { in: 'block', at: words.at, name: words.name }
}

export function isSamePlace(one: FoundPlace, other: FoundPlace): boolean {
  if (one.in === 'field') return other.in === 'field' && one.field === other.field
  if (one.in === 'block') return other.in === 'block' && one.at === other.at && one.name === other.name
  return other.in === 'body'
}

type Placed = { readonly place: FoundPlace; readonly from: number }

/** Compares places as one comes to them: headline, summary, the text with what is said beside it, then the other fields of a kind. */
export function placesInOrder(fields: readonly Pick<FieldDefinition, 'id' | 'type'>[]): (a: Placed, b: Placed) => number {
  const ids = proseFields(fields).map(({ id }) => id)
  const rank = (place: FoundPlace): number => {
    if (place.in !== 'field') return ids.length
    return isAboveText(place.field) ? ids.indexOf(place.field) : ids.length + 1 + ids.indexOf(place.field)
  }
  return (a, b) => rank(a.place) - rank(b.place) || position(a) - position(b) || inBlock(a.place) - inBlock(b.place) || a.from - b.from
}

/** What belongs to one block comes in the order of the names above, after its own words. */
const inBlock = (place: FoundPlace): number => (place.in === 'block' ? Object.keys(names).indexOf(place.name) : -1)
const position = ({ place, from }: Placed): number => (place.in === 'block' ? place.at : place.in === 'body' ? from : 0)
