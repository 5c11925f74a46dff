import type { DocumentNode, RevisionAsset } from '../story/revision'
import { kindOf, type Leaf } from './leaves'
import { saidDifferently, type SaidDifferently } from './said-differently'
import { headingsOf } from './table-headings'

/** Containers that were compared already: each pair of them once, and each cell with one other. */
export type Told = Map<DocumentNode, Set<DocumentNode>>

/** What lists, callouts, tables and the like around both blocks say differently; of two that both stand in the same ones only the first tells it. */
export function containerChanges(was: Leaf, is: Leaf, assets: readonly RevisionAsset[], told: Told): SaidDifferently[] {
  return is.within.flatMap((container, depth) => between(was.within[depth], container, [was.within[depth - 2], is.within[depth - 2]], assets, told))
}

/** Of what was moved: the same for containers that moved along. What it merely stands in now says nothing new. */
export function openedChanges(was: Leaf, is: Leaf, assets: readonly RevisionAsset[], told: Told): SaidDifferently[] {
  const [from, to] = [was.shared, is.shared]
  const few = Math.min(was.within.length - from, is.within.length - to)
  return is.within.slice(is.within.length - few).flatMap((container, index) => {
    const [b, a] = [was.within.length - few + index, is.within.length - few + index]
    return between(was.within[b], container, [was.within[b - 2], is.within[a - 2]], assets, told)
  })
}

/** @param tables What stands around the container's parent: for a cell the tables. */
function between(former: DocumentNode | undefined, container: DocumentNode, tables: readonly [DocumentNode | undefined, DocumentNode | undefined], assets: readonly RevisionAsset[], told: Told): SaidDifferently[] {
  if (former === undefined || kindOf(former) !== kindOf(container) || told.get(container)?.has(former)) return []
  const isCell = kindOf(container) === 'tableCell'
  // Of cells that were merged, or that one was split into, the first says so.
  if (isCell && (told.has(container) || told.has(former))) return []
  told.set(container, (told.get(container) ?? new Set()).add(former))
  if (isCell) told.set(former, new Set())
  const changes = saidDifferently(former, container, assets).filter(({ id }) => id !== 'sort' || !isToldByTable(former, container, tables))
  return changes.map((change) => ({ ...change, id: `${kindOf(container)}.${change.id}` }))
}

/** Whether a cell became, or stopped being, a heading because its table's heading row or column was turned on or off. */
function isToldByTable(former: DocumentNode, cell: DocumentNode, [was, is]: readonly [DocumentNode | undefined, DocumentNode | undefined]): boolean {
  if (was?.type !== 'table' || is?.type !== 'table') return false
  return headingsOf(was).covers(former) === (former.type === 'tableHeader') && headingsOf(is).covers(cell) === (cell.type === 'tableHeader')
}
