import type { Revision, RevisionAsset } from '../story/revision'
import { valueChange } from './field-changes'
import { kindOf, leavesOf, type Leaf } from './leaves'
import { markerOf } from './list-marker'
import { targetText, type LinkTargets } from './link-targets'
import { piecesOf } from './pieces'
import type { RedlineBlock, RedlineTable, Standing, ValueChange } from './redline-shape'
import { saidDifferently, type SaidDifferently } from './said-differently'
import { containerChanges, openedChanges, type Told } from './container-changes'
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
  /** The same for cells that became one, or that one became. */
  readonly merges: ReadonlyMap<number, number>
}

/** The two bodies as one, block by block, in reading order. */
export function blockChanges(before: Revision | null, after: Revision, targets: LinkTargets): ToldBlocks {
  const assets = [...(before?.assets ?? []), ...after.assets]
  const tables: RedlineTable[] = []
  const steps = stepsOf(before === null ? [] : leavesOf(before.body), leavesOf(after.body), { tables, moves: { count: 0 }, merges: { count: 0 }, depths: [0, 0], cells: [], gone: 'deleted' })
  const around: Around = { assets, targets, told: new Map() }
  const blocks = steps.map((step, index) => blockOf(step, steps[index - 1], around))
  const numbered = (numberOf: (step: Step) => number | undefined): Map<number, number> => new Map(steps.flatMap((step, index) => [numberOf(step) ?? []].flat().map((number) => [index, number] as const)))
  return { blocks, tables, moves: numbered(({ moved }) => moved?.move), merges: numbered(({ merge }) => merge) }
}

/** What the blocks of a redline need to know of the whole. */
interface Around {
  readonly assets: readonly RevisionAsset[]
  readonly targets: LinkTargets
  readonly told: Told
}

function blockOf(step: Step, last: Step | undefined, around: Around): RedlineBlock {
  const { was, is, cells } = step
  const leaf = is ?? was
  if (leaf === null) throw new RangeError('A step of a redline stands for no block')
  const block = was !== null && is !== null ? together(was, is, isRegrouped(last, step), step.moved !== undefined, around) : alone(step.moved === undefined ? (is === null ? 'deleted' : 'inserted') : 'movedFrom', leaf)
  const marker = markerOf(leaf)
  return { ...block, ...(marker !== null && { marker }), ...(cells.length > 0 && { cells: [...cells] }) }
}

/** Whether two neighbours that stayed neighbours no longer share the same list, item, quote or cell. */
function isRegrouped(last: Step | undefined, { was, is, merge }: Step): boolean {
  if (was === null || is === null) return false
  const stayed = was.index === 0 && is.index === 0 ? true : last?.was?.index === was.index - 1 && last.is?.index === is.index - 1
  if (!stayed || was.shared === is.shared) return false
  // Cells that were merged or split are told as such.
  const parted = was.shared < is.shared ? was.within[was.shared] : is.within[is.shared]
  return merge === undefined || parted === undefined || kindOf(parted) !== 'tableCell'
}

function alone(change: 'inserted' | 'deleted' | 'movedFrom', leaf: Leaf): RedlineBlock {
  const tokens = tokensOf(leaf.node.content ?? [])
  const pieces = change === 'inserted' ? piecesOf([], tokens) : piecesOf(tokens, [])
  return { change, ...placed(leaf), pieces, values: [], reshaped: false }
}

function together(was: Leaf, is: Leaf, regrouped: boolean, moved: boolean, { assets, targets, told }: Around): RedlineBlock {
  const tokens = tokensOf(is.node.content ?? [])
  const pieces = was.fingerprint === is.fingerprint ? piecesOf(tokens, tokens) : piecesOf(tokensOf(was.node.content ?? []), tokens)
  const own = was.node.type === is.node.type ? saidDifferently(was.node, is.node, assets) : []
  const around = moved ? openedChanges(was, is, assets, told) : containerChanges(was, is, assets, told)
  const values = [...own, ...around].map((said) => changeOf(said, targets))
  const reshaped = regrouped || was.shape !== is.shape
  const changed = reshaped || values.length > 0 || pieces.some(({ kind, marksBefore }) => kind !== 'same' || marksBefore !== undefined)
  const former = standingOf(was)
  return { change: moved ? 'movedTo' : changed ? 'changed' : 'kept', ...placed(is), ...(canonicalText(former) !== canonicalText(standingOf(is)) && { was: former }), pieces, values, reshaped }
}

function changeOf({ id, label, before, after, isChoice }: SaidDifferently, targets: LinkTargets): ValueChange {
  const textOf = (value: string): string => (id === 'address' && value !== '' ? targetText(value, targets) : value)
  return valueChange(id, label, before || null, after || null, { before: textOf(before), after: textOf(after) }, isChoice)
}

const placed = (leaf: Leaf) => ({ ...standingOf(leaf), path: [...leaf.path] })

function standingOf({ node, within, shared }: Leaf): Standing {
  const opens = within.slice(shared).map(({ type, attrs }) => ({ type, attrs: { ...attrs } }))
  return { type: node.type, attrs: { ...node.attrs }, within: within.map(({ type }) => type), shared, ...(opens.length > 0 && { opens }) }
}
