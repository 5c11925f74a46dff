import type { FindOptions } from '@shared/find/find-options'
import type { Stretch } from '@shared/find/find-in-text'
import { isAboveText } from '@shared/story/written-fields'
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { bodyMatches, replaceMatches, type BodyMatch } from './body-matches'
import { fieldMatches, replacedField } from './field-matches'
import { wordsOfBlocks } from './words-of-blocks'

/** One match of a story: in a text field, in the text, or in the words that belong to a block. */
export type StoryMatch =
  | { readonly in: 'field'; readonly field: string; readonly stretch: Stretch }
  | { readonly in: 'body'; readonly match: BodyMatch }
  | { readonly in: 'block'; readonly at: number; readonly name: string; readonly stretch: Stretch }

/** What is searched: the fields with words in their order, and the text. */
export interface Searched {
  readonly fields: readonly { readonly id: string; readonly text: string }[]
  readonly doc: Node
}

/** All matches, in the order in which a reader comes to them. */
export function storyMatches({ fields, doc }: Searched, options: FindOptions): StoryMatch[] {
  const inField = ({ id, text }: Searched['fields'][number]): StoryMatch[] => fieldMatches(text, options).map((stretch): StoryMatch => ({ in: 'field', field: id, stretch }))
  const inText = bodyMatches(doc, options).map((match): StoryMatch => ({ in: 'body', match }))
  const inBlocks = wordsOfBlocks(doc).flatMap(({ at, name, text }) => fieldMatches(text, options).map((stretch): StoryMatch => ({ in: 'block', at, name, stretch })))
  const above = fields.filter(({ id }) => isAboveText(id))
  const inForm = fields.filter(({ id }) => !isAboveText(id))
  return [...above.flatMap(inField), ...[...inText, ...inBlocks].sort((a, b) => placeOf(a) - placeOf(b)), ...inForm.flatMap(inField)]
}

/** Every run of words that a search goes through. */
export function searchedTexts({ fields, doc }: Searched): string[] {
  const texts = [...fields.flatMap(({ text }) => text.split('\n')), ...wordsOfBlocks(doc).map(({ text }) => text)]
  doc.descendants((node) => {
    if (node.isTextblock) texts.push(node.textBetween(0, node.content.size, ' ', '￼'))
    return !node.isTextblock
  })
  return texts
}

/** How far into the text a match is; those above it come first, those of the form last. */
export function placeOf(match: StoryMatch): number {
  if (match.in === 'field') return isAboveText(match.field) ? -1 : Number.POSITIVE_INFINITY
  return match.in === 'body' ? match.match.from : match.at
}

/** Whether two matches are of the same words at the same place. */
export function isSame(one: StoryMatch, other: StoryMatch): boolean {
  if (one.in === 'body' || other.in === 'body') return one.in === other.in && placeOf(one) === placeOf(other)
  if (one.stretch.from !== other.stretch.from) return false
  if (one.in === 'field') return other.in === 'field' && one.field === other.field
  return other.in === 'block' && one.at === other.at && one.name === other.name
}

/** Replaces the chosen ones among the matches that lie in the state's own text. */
export function replaceInText(state: EditorState, chosen: readonly StoryMatch[], options: FindOptions, replacement: string): Transaction {
  return replaceMatches(state, chosen.flatMap((match) => (match.in === 'body' ? [match.match] : [])), options, replacement)
}

/** Replaces the chosen ones among the matches in the words of blocks; no place in the text moves. */
export function replaceInBlocks({ doc, tr }: EditorState, chosen: readonly StoryMatch[], options: FindOptions, replacement: string): Transaction {
  for (const { at, name, text } of wordsOfBlocks(doc)) {
    const stretches = chosen.flatMap((match) => (match.in === 'block' && match.at === at && match.name === name ? [match.stretch] : []))
    if (stretches.length > 0) tr.setNodeAttribute(at, name, replacedField(text, stretches, options, replacement))
  }
  return tr
}
