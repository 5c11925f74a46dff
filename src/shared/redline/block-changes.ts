import type { DocumentNode, Revision, RevisionAsset } from '../story/revision'
import { valueChange } from './field-changes'
import { leavesOf, type Leaf } from './leaves'
import { markerOf } from './list-marker'
import { piecesOf } from './pieces'
import type { Piece, RedlineBlock, RedlineTable, Standing, ValueChange } from './redline-shape'
import { saidDifferently, type SaidDifferently } from './said-attributes'
import { stepsOf } from './steps'
import type { Step } from './step'
import { tokensOf } from './tokens'
import { canonicalText } from '../story/canonical'

/** Blocks that are not counted yet, with the moves that they are parts of. */
export interface ToldBlocks {
  readonly blocks: readonly RedlineBlock[]
  readonly tables: readonly RedlineTable[]
  /** By index of the block: which of the moves it is a part of. */
  readonly moves: ReadonlyMap<number, number>
}

/** The two bodies as one, block by block, in reading order. */
export function blockChanges(before: Revision | null, after: Revision): ToldBlocks {
  const assets = [...(before?.assets ?? []), ...after.assets]
  const tables: RedlineTable[] = []
  const steps = stepsOf(before === null ? [] : leavesOf(before.body), leavesOf(after.body), { tables, moves: { count: 0 }, depths: [0, 0], cells: [] })
  const told: Told = new Map()
  const blocks = steps.map((step, index) => blockOf(step, steps[index - 1], assets, told))
  return { blocks, tables, moves: new Map(steps.flatMap(({ moved }, index) => (moved === undefined ? [] : [[index, moved.move] as const]))) }
}

function blockOf(step: Step, last: Step | undefined, assets: readonly RevisionAsset[], told: Told): RedlineBlock {
  const { was, is, cells } = step
  const leaf = is ?? was
  if (leaf === null) throw new RangeError('A step of a redline stands for no block')
  const block = was !== null && is !== null ? together(was, is, isRegrouped(last, was, is), assets, told, step.moved !== undefined) : alone(step.moved === undefined ? (is === null ? 'deleted' : 'inserted') : 'movedFrom', leaf)
  const marker = markerOf(leaf)
  return { ...block, ...(marker !== null && { marker }), ...(cells.length > 0 && { cells: [...cells] }) }
}

/** Whether two neighbours that stayed neighbours no longer share the same list, item, quote or cell. */
function isRegrouped(last: Step | undefined, was: Leaf, is: Leaf): boolean {
  const stayed = was.index === 0 && is.index === 0 ? true : last?.was?.index === was.index - 1 && last.is?.index === is.index - 1
  return stayed && was.shared !== is.shared
}

function alone(change: 'inserted' | 'deleted' | 'movedFrom', leaf: Leaf): RedlineBlock {
  const tokens = tokensOf(leaf.node.content ?? [])
  const pieces = change === 'inserted' ? piecesOf([], tokens) : piecesOf(tokens, [])
  return { change, ...placed(leaf), pieces, values: [], reshaped: false }
}

function together(was: Leaf, is: Leaf, regrouped: boolean, assets: readonly RevisionAsset[], told: Told, moved: boolean): RedlineBlock {
  const tokens = tokensOf(is.node.content ?? [])
  const pieces = was.fingerprint === is.fingerprint ? piecesOf(tokens, tokens) : piecesOf(tokensOf(was.node.content ?? []), tokens)
  const own = was.node.type === is.node.type ? saidDifferently(was.node, is.node, assets) : []
  const around = moved ? openedChanges(was, is, assets, told) : containerChanges(was, is, assets, told)
  const values = [...own, ...around].map(changeOf)
  const reshaped = regrouped || was.shape !== is.shape
  const changed = reshaped || values.length > 0 || pieces.some(({ kind, marksBefore }) => kind !== 'same' || marksBefore !== undefined)
  const former = standingOf(was)
  return { change: moved ? 'movedTo' : changed ? 'changed' : 'kept', ...placed(is), ...(canonicalText(former) !== canonicalText(standingOf(is)) && { was: former }), pieces, values, reshaped }
}

function changeOf({ id, label, before, after, isChoice }: SaidDifferently): ValueChange {
  const change = valueChange(id, label, before || null, after || null)
  const pieces: Piece[] = [{ kind: 'deleted', text: before }, { kind: 'inserted', text: after }]
  return isChoice ? { ...change, pieces: pieces.filter(({ text }) => text !== '') } : change
}

/** Containers that were compared already: each pair of them once. */
type Told = Map<DocumentNode, Set<DocumentNode>>

/** What lists, callouts, tables and the like around both blocks say differently; of two that both stand in the same ones only the first tells it. */
function containerChanges(was: Leaf, is: Leaf, assets: readonly RevisionAsset[], told: Told): SaidDifferently[] {
  return is.within.flatMap((container, depth) => between(was.within[depth], container, assets, told))
}

/** Of what was moved: the same for containers that moved along. What it merely stands in now says nothing new. */
function openedChanges(was: Leaf, is: Leaf, assets: readonly RevisionAsset[], told: Told): SaidDifferently[] {
  const [old, now] = [was.within.slice(was.shared), is.within.slice(is.shared)]
  return now.flatMap((container, index) => between(old[old.length - now.length + index], container, assets, told))
}

function between(former: DocumentNode | undefined, container: DocumentNode, assets: readonly RevisionAsset[], told: Told): SaidDifferently[] {
  if (former === undefined || kindOf(former) !== kindOf(container) || told.get(container)?.has(former)) return []
  told.set(container, (told.get(container) ?? new Set()).add(former))
  return saidDifferently(former, container, assets).map((change) => ({ ...change, id: `${kindOf(container)}.${change.id}` }))
}

/** A cell is a cell, whether it is a heading or not. */
const kindOf = ({ type }: DocumentNode): string => (type === 'tableHeader' ? 'tableCell' : type)

const placed = (leaf: Leaf) => ({ ...standingOf(leaf), path: [...leaf.path] })

function standingOf({ node, within, shared }: Leaf): Standing {
  const opens = within.slice(shared).map(({ type, attrs }) => ({ type, attrs: { ...attrs } }))
  return { type: node.type, attrs: { ...node.attrs }, within: within.map(({ type }) => type), shared, ...(opens.length > 0 && { opens }) }
}
