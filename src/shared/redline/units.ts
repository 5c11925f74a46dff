import { canonicalText } from '../story/canonical'
import type { DocumentNode } from '../story/revision'
import { plainText } from '../story/text'
import type { Leaf } from './leaves'
import { wordsOf } from './tokens'
import { bagOf, type Bag } from './words-in-common'

/** What is aligned as one: a leaf, or a whole table, whose cells are then aligned by rows and columns. */
export interface Unit {
  /** One, or those of all the cells. */
  readonly leaves: readonly Leaf[]
  readonly table: { readonly node: DocumentNode; /** How many nodes are around the table. */ readonly depth: number } | null
  /** All that it is, as one text. */
  readonly fingerprint: string
  /** By what it is known at its place: a picture, a file or a card by where it leads, whatever it says of that; all else by its fingerprint. */
  readonly key: string
}

/**
 * Leaves that follow each other, as units.
 * @param depth How many nodes around the leaves are no question any more: of a cell's leaves those down to the cell.
 */
export function unitsOf(leaves: readonly Leaf[], depth: number): Unit[] {
  const units: Unit[] = []
  for (let start = 0; start < leaves.length; ) {
    const [first] = leaves.slice(start, start + 1)
    if (first === undefined) break
    const at = first.within.findIndex(({ type }, place) => place >= depth && type === 'table')
    const node = first.within[at]
    if (node === undefined) {
      units.push({ leaves: [first], table: null, fingerprint: first.fingerprint, key: keyOf(first) })
      start += 1
      continue
    }
    let end = start + 1
    while (end < leaves.length && (leaves[end]?.shared ?? 0) > at) end += 1
    const fingerprint = `${first.shape} ${canonicalText(node)}`
    units.push({ leaves: leaves.slice(start, end), table: { node, depth: at }, fingerprint, key: fingerprint })
    start = end
  }
  return units
}

function keyOf({ node, shape, fingerprint }: Leaf): string {
  const leadsTo = leadsToOf(node)
  return leadsTo === null ? fingerprint : `${shape} leads to ${leadsTo}`
}

const wordsOfUnits = new WeakMap<Unit, readonly string[]>()

/** The words by which a unit is known again; what has none is known by what it is and where it leads. */
export function wordsOfUnit(unit: Unit): readonly string[] {
  const known = wordsOfUnits.get(unit) ?? unit.leaves.flatMap(({ node }) => wordsOfLeaf(node))
  wordsOfUnits.set(unit, known)
  return known
}

const bagsOfUnits = new WeakMap<Unit, Bag>()

/** The same words without their order. */
export function bagOfUnit(unit: Unit): Bag {
  const known = bagsOfUnits.get(unit) ?? bagOf(wordsOfUnit(unit))
  bagsOfUnits.set(unit, known)
  return known
}

function wordsOfLeaf(node: DocumentNode): string[] {
  const words = wordsOf(plainText(node)).filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (words.length > 0) return words
  // An image that was exchanged is still the image of this place; one without an asset is only alike. So are cards.
  const leadsTo = leadsToOf(node)
  return leadsTo === null ? [`\u0000${node.type}`] : [`\u0000${node.type}`, `\u0000${leadsTo}`]
}

/** What an image shows, or where a card leads; null for all else. */
export function leadsToOf({ attrs }: DocumentNode): string | null {
  const leadsTo = attrs?.['asset'] ?? attrs?.['address'] ?? attrs?.['story'] ?? null
  return leadsTo === null || leadsTo === '' ? null : String(leadsTo)
}
