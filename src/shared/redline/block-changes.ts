import { canonicalText } from '../story/canonical'
import type { Revision, RevisionAsset } from '../story/revision'
import { align } from './align'
import { valueChange } from './field-changes'
import { leavesOf, type Leaf } from './leaves'
import { pairLeaves } from './pair-leaves'
import { piecesOf } from './pieces'
import type { RedlineBlock, ValueChange } from './redline-shape'
import { tokensOf } from './tokens'
import { assetText } from './value-text'

/** A block of either revision, or one that both have; indexes of the leaves. */
type Step = { readonly before: number; readonly after: number | null } | { readonly before: null; readonly after: number }

/** The two bodies as one, block by block, in reading order. */
export function blockChanges(before: Revision | null, after: Revision): RedlineBlock[] {
  const old = before === null ? [] : leavesOf(before.body)
  const now = leavesOf(after.body)
  const assets = [...(before?.assets ?? []), ...after.assets]
  const steps = stepsOf(old, now)
  return steps.map((step, index): RedlineBlock => {
    const was = step.before === null ? undefined : old[step.before]
    const is = step.after === null ? undefined : now[step.after]
    if (was === undefined) return alone('inserted', is)
    if (is === undefined) return alone('deleted', was)
    return together(was, is, isRegrouped(steps[index - 1], step, was, is), assets)
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

function together(was: Leaf, is: Leaf, regrouped: boolean, assets: readonly RevisionAsset[]): RedlineBlock {
  const tokens = tokensOf(is.node.content ?? [])
  const pieces = was.fingerprint === is.fingerprint ? piecesOf(tokens, tokens) : piecesOf(tokensOf(was.node.content ?? []), tokens)
  const values = isMedia(is) && was.node.type === is.node.type ? mediaChanges(was, is, assets) : []
  const reshaped = regrouped || (was.shape !== is.shape && values.length === 0)
  const changed = reshaped || values.length > 0 || pieces.some(({ kind, marksBefore }) => kind !== 'same' || marksBefore !== undefined)
  return { change: changed ? 'changed' : 'kept', ...described(is), pieces, values, reshaped, ...(was.node.type !== is.node.type && { formerly: was.node.type }) }
}

const described = ({ node, within, path }: Leaf) => ({ type: node.type, attrs: { ...node.attrs }, within: within.map(({ type }) => type), path: [...path] })

/** Whether a block is an image or a file. */
const isMedia = ({ node }: Leaf): boolean => node.type === 'figure' || node.type === 'attachment'

const labels: Readonly<Record<string, string>> = { alt: 'Alternative text', caption: 'Caption', credit: 'Credit', decorative: 'Decorative', name: 'File name', label: 'Label' }

function mediaChanges(was: Leaf, is: Leaf, assets: readonly RevisionAsset[]): ValueChange[] {
  const ids = [...new Set([...Object.keys(was.node.attrs ?? {}), ...Object.keys(is.node.attrs ?? {})])].sort()
  return ids.flatMap((id): ValueChange[] => {
    const [before, after] = [was.node.attrs?.[id] ?? null, is.node.attrs?.[id] ?? null]
    if (canonicalText(before) === canonicalText(after)) return []
    if (id === 'asset') return [valueChange(id, is.node.type === 'figure' ? 'Image' : 'File', asText(before), asText(after), assetText(asText(before) ?? '', assets), assetText(asText(after) ?? '', assets))]
    return [valueChange(id, labels[id] ?? id, asText(before), asText(after))]
  })
}

/** An attribute for reading; null when there is nothing to read. */
function asText(value: unknown): string | null {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return typeof value === 'string' ? value : canonicalText(value)
}
