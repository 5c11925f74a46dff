import { textOfAttribute } from '../document/attributes'
import type { DocumentNode } from '../story/revision'
import { gridOf } from './grid'
import { bagOf, partInCommon, type Bag } from './words-in-common'

/**
 * Whether two tables are one whose figures changed: they have the same caption, or share so much of what stands in their first
 * row and column, which name the others.
 */
export function isSameTable(was: DocumentNode, is: DocumentNode, part: number): boolean {
  const caption = textOfAttribute(was, 'caption').trim()
  if (caption !== '' && caption === textOfAttribute(is, 'caption').trim()) return true
  return partInCommon(headsOf(was), headsOf(is)) >= part
}

const heads = new WeakMap<DocumentNode, Bag>()

function headsOf(table: DocumentNode): Bag {
  const known = heads.get(table) ?? bagOf(gridOf(table).cells.flatMap(({ row, column, text }) => ((row === 0 || column === 0) && text.trim() !== '' ? [text.trim()] : [])))
  heads.set(table, known)
  return known
}
