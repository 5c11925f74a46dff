import type { DocumentNode, Revision, RevisionAsset } from '../story/revision'
import { align } from './align'
import { valueChange } from './field-changes'
import { leavesOf, type Leaf } from './leaves'
import { pairLeaves } from './pair-leaves'
import { piecesOf } from './pieces'
import type { Piece, RedlineBlock, ValueChange } from './redline-shape'
import { saidBy, saidDifferently, type SaidDifferently } from './said-attributes'
import { tokensOf } from './tokens'

/** A block of either revision, or one that both have; indexes of the leaves. */
type Step = { readonly before: number; readonly after: number | null } | { readonly before: null; readonly after: number }

/** The two bodies as one, block by block, in reading order. */
export function blockChanges(before: Revision | null, after: Revision): RedlineBlock[] {
  const old = before === null ? [] : leavesOf(before.body)
  const now = leavesOf(after.body)
  const assets = [...(before?.assets ?? []), ...after.assets]
  const steps = stepsOf(old, now)
  const told: Told = new Map()
  return steps.map((step, index): RedlineBlock => {
    const was = step.before === null ? undefined : old[step.before]
    const is = step.after === null ? undefined : now[step.after]
    if (was === undefined) return alone('inserted', is)
    if (is === undefined) return alone('deleted', was)
    return together(was, is, isRegrouped(steps[index - 1], step, was, is), assets, told)
  })
}

function stepsOf(old: readonly Leaf[], now: readonly Leaf[]): Step[] {
  const prints = (leaves: readonly Leaf[]): string[] => leaves.map(({ fingerprint }) => fingerprint)
  return align(prints(old), prints(now)).flatMap(({ same, before, after }): Step[] => {
    if (same) return range(before[0], before[1]).map((index, offset) => ({ before: index, after: after[0] + offset }))
    const pairs = pairLeaves(old.slice(...before), now.slice(...after)).map(([b, a]) => [b + before[0], a + after[0]] as const)
    return [...pairs, [before[1], after[1]] as const].flatMap(([b, a], index): Step[] => {
      const [lastB, lastA] = pairs[index - 1] ?? [before[0] - 1, after[0] - 1]
      const deleted = range(lastB + 1, b).map((at): Step => ({ before: at, after: null }))
      const inserted = range(lastA + 1, a).map((at): Step => ({ before: null, after: at }))
      return index < pairs.length ? [...deleted, ...inserted, { before: b, after: a }] : [...deleted, ...inserted]
    })
  })
}

const range = (start: number, end: number): number[] => Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index)

/** Whether two neighbours that stayed neighbours no longer share the same list, item, quote or cell. */
function isRegrouped(last: Step | undefined, step: Step, was: Leaf, is: Leaf): boolean {
  const stayed = last === undefined ? step.before === 0 && step.after === 0 : last.before !== null && last.after !== null && step.before === last.before + 1 && step.after === last.after + 1
  return stayed && was.shared !== is.shared
}

function alone(change: 'inserted' | 'deleted', leaf: Leaf | undefined): RedlineBlock {
  if (leaf === undefined) throw new RangeError('A step of a redline stands for no block')
  const tokens = tokensOf(leaf.node.content ?? [])
  const pieces = change === 'inserted' ? piecesOf([], tokens) : piecesOf(tokens, [])
  return { change, ...described(leaf), pieces, values: [], reshaped: false }
}

function together(was: Leaf, is: Leaf, regrouped: boolean, assets: readonly RevisionAsset[], told: Told): RedlineBlock {
  const tokens = tokensOf(is.node.content ?? [])
  const pieces = was.fingerprint === is.fingerprint ? piecesOf(tokens, tokens) : piecesOf(tokensOf(was.node.content ?? []), tokens)
  const own = was.node.type === is.node.type ? saidDifferently(was.node, is.node, assets) : []
  const values = [...own, ...containerChanges(was, is, assets, told)].map(changeOf)
  const reshaped = regrouped || was.shape !== is.shape
  const changed = reshaped || values.length > 0 || pieces.some(({ kind, marksBefore }) => kind !== 'same' || marksBefore !== undefined)
  return { change: changed ? 'changed' : 'kept', ...described(is), pieces, values, reshaped, ...(was.node.type !== is.node.type && { formerly: was.node.type }) }
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
  return is.within.flatMap((container, depth) => {
    const former = was.within[depth]
    if (former === undefined || kindOf(former) !== kindOf(container) || told.get(container)?.has(former)) return []
    told.set(container, (told.get(container) ?? new Set()).add(former))
    return saidDifferently(former, container, assets).map((change) => ({ ...change, id: `${kindOf(container)}.${change.id}` }))
  })
}

/** A cell is a cell, whether it is a heading or not. */
const kindOf = ({ type }: DocumentNode): string => (type === 'tableHeader' ? 'tableCell' : type)

const described = ({ node, within, path, shared }: Leaf) => {
  const opens = within.slice(shared).filter((container) => saidBy(container, []).some(({ text }) => text !== ''))
  return { type: node.type, attrs: { ...node.attrs }, within: within.map(({ type }) => type), path: [...path], ...(opens.length > 0 && { opens: opens.map(({ type, attrs }) => ({ type, attrs: { ...attrs } })) }) }
}
