import { numberOfAttribute, textOfAttribute } from '../document/attributes'
import type { RedlineBlock } from './redline-shape'

const typeNames: Readonly<Record<string, string>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  codeBlock: 'code block',
  figure: 'image',
  attachment: 'attachment',
  horizontalRule: 'rule',
  pullQuote: 'pull quote',
  button: 'button',
  embed: 'embed',
  relatedStory: 'related story',
  relatedStories: 'list of related stories',
  blockquote: 'quotation',
  bulletList: 'bulleted list',
  orderedList: 'numbered list',
  taskList: 'task list',
  listItem: 'item',
  taskItem: 'task',
  callout: 'callout',
  gallery: 'gallery',
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'heading cell',
}

/** What a block is called in the middle of a sentence. */
export const nameOfType = (type: string): string => typeNames[type] ?? type

/** How the form of a block changed, in words: what it was, or stood in; null when its form is the same. */
export function formChange(block: RedlineBlock): string | null {
  const { was } = block
  if (!block.reshaped) return null
  if (was === undefined) return 'Form changed'
  if (was.type !== block.type) return `Was ${withArticle(nameOfType(was.type))}`
  if (block.type === 'heading' && was.attrs['level'] !== block.attrs['level']) return `Was a heading of level ${numberOfAttribute(was, 'level', 2)}, is of level ${numberOfAttribute(block, 'level', 2)} now`
  if (block.type === 'codeBlock' && was.attrs['language'] !== block.attrs['language']) return `Language of the code: ${textOfAttribute(was, 'language') || 'none'} before, ${textOfAttribute(block, 'language') || 'none'} now`
  return surroundings(block, was.within) ?? regrouping(block, was.shared) ?? 'Form changed'
}

/** Other lists, quotes or cells around it. */
function surroundings({ within }: RedlineBlock, before: readonly string[]): string | null {
  if (within.join() === before.join()) return null
  const depth = (types: readonly string[]): number => types.filter((type) => type === 'listItem' || type === 'taskItem').length
  if (within.at(-1) === before.at(-1) && depth(within) !== depth(before) && depth(before) > 0) return depth(within) > depth(before) ? 'Indented deeper' : 'Indented less'
  const [gone, come] = [inner(before, within), inner(within, before)]
  if (gone !== null && come !== null) return `Was in ${withArticle(gone)}, is in ${withArticle(come)} now`
  return gone === null ? (come === null ? null : `Put into ${withArticle(come)}`) : `Taken out of ${withArticle(gone)}`
}

/** The innermost list, quote or box around it that the other has not; what is only a part of one is left unsaid. */
function inner(types: readonly string[], others: readonly string[]): string | null {
  const own = types.findLast((type, depth) => !['listItem', 'taskItem', 'tableRow'].includes(type) && others[depth] !== type)
  return own === undefined ? null : nameOfType(own)
}

function regrouping({ shared, within }: RedlineBlock, before: number): string | null {
  if (shared === before) return null
  const name = nameOfType(within[Math.min(shared, before)] ?? '')
  return name === '' ? null : shared < before ? `Begins another ${name} now` : `Belongs to the same ${name} as what is before it now`
}

const withArticle = (name: string): string => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
