import type { DocumentNode } from '../story/revision'
import { enoughInCommon, pairUnits, type Pair } from './pair-units'
import { wordsOfUnit, type Unit } from './units'
import { bagOf, mostInCommon, partInCommon, type Bag } from './words-in-common'

/** What is moved as one with all that is in it. Tables are units themselves. */
const containers = new Set(['listItem', 'taskItem', 'bulletList', 'orderedList', 'taskList', 'blockquote', 'callout', 'gallery', 'relatedStories'])
/** As for blocks: below it, two things that have most of their words from one template would pass for one. */
const enough = 0.6
/** An item is short, and its place in a list says that it is one thing. */
const fewestWords = 3
/** More pairs than this aren't compared. */
const mostCompared = 10_000

/** What stands in one container, by indexes of units that follow each other. */
interface Container {
  readonly node: DocumentNode
  readonly places: readonly number[]
  readonly words: Bag
}

interface MovedContainers {
  /** Blocks that are known again because what they stand in was moved. */
  readonly found: readonly Pair[]
  /** By index in the newer text, for all blocks of a container that was moved: which of them that is. */
  readonly together: ReadonlyMap<number, number>
}

/**
 * Items of lists with their nested lists, quotes, callouts and the like that were moved and edited: as a whole they are known
 * again even where one of their blocks is too short, or too different, to be known by itself.
 * @param left Indexes of what is not at its place any more, and of what is new there, be it moved or not.
 * @param moved What is known to have moved already.
 */
export function movedContainers(before: readonly Unit[], after: readonly Unit[], left: readonly [readonly number[], readonly number[]], moved: readonly Pair[]): MovedContainers {
  const [old, now] = [containersIn(before, left[0]), containersIn(after, left[1])]
  const found: Pair[] = []
  const together = new Map<number, number>()
  if (old.length * now.length > mostCompared) return { found, together }
  const [gone, come] = [new Set(moved.map(([b]) => b)), new Set(moved.map(([, a]) => a))]
  const partners = new Map(moved)
  const used = new Set<Container>()
  now.forEach((is, number) => {
    // What stands in a container that was moved was moved with it.
    if (is.places.some((place) => together.has(place))) return
    const was = best(old.filter((one) => !used.has(one)), is)
    if (was === null) return
    for (const one of old) if (one.places.some((place) => was.places.includes(place))) used.add(one)
    const free = [was.places.filter((place) => !gone.has(place)), is.places.filter((place) => !come.has(place))] as const
    for (const [one, other] of pairUnits(pick(before, free[0]), pick(after, free[1]), enoughInCommon)) {
      const pair: Pair = [free[0][one] ?? 0, free[1][other] ?? 0]
      gone.add(pair[0])
      come.add(pair[1])
      partners.set(...pair)
      found.push(pair)
    }
    for (const place of was.places) {
      const at = partners.get(place)
      if (at !== undefined && is.places.includes(at)) together.set(at, number)
    }
  })
  return { found, together }
}

const pick = (units: readonly Unit[], places: readonly number[]): Unit[] => places.flatMap((place) => units[place] ?? [])

/** Containers of which nothing stayed at its place, those that stand around others first. */
function containersIn(units: readonly Unit[], places: readonly number[]): Container[] {
  const found = new Map<DocumentNode, { readonly places: number[]; readonly words: string[] }>()
  for (const place of places) {
    const unit = units[place]
    for (const node of unit === undefined ? [] : around(unit)) {
      const container = found.get(node) ?? { places: [], words: [] }
      container.places.push(place)
      container.words.push(...(unit === undefined ? [] : wordsOfUnit(unit)))
      found.set(node, container)
    }
  }
  const all = new Map<DocumentNode, number>()
  for (const unit of units) for (const node of around(unit)) all.set(node, (all.get(node) ?? 0) + 1)
  return [...found].flatMap(([node, { places: inside, words }]) => (all.get(node) === inside.length ? [{ node, places: inside, words: bagOf(words) }] : []))
}

/** The containers around a block, from the outside in; of a table those around it. */
function around({ leaves, table }: Unit): readonly DocumentNode[] {
  const within = leaves[0]?.within ?? []
  return within.slice(0, table?.depth ?? within.length).filter(({ type }) => containers.has(type))
}

function best(old: readonly Container[], { node, words }: Container): Container | null {
  if (words.length < fewestWords) return null
  let [found, most]: [Container | null, number] = [null, 0]
  for (const one of old) {
    if (one.node.type !== node.type || one.words.length < fewestWords || mostInCommon(one.words, words) < enough) continue
    const score = partInCommon(one.words, words)
    if (score >= enough && score > most) [found, most] = [one, score]
  }
  return found
}
