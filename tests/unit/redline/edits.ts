import * as fc from 'fast-check'
import type { DocumentNode } from '../../../src/shared/story/revision'

/** Edits that people make: blocks that go, come, change places, words that change in them, and the same within lists, tables and galleries. */
export const edits = fc.array(
  fc.record({ kind: fc.constantFrom('move', 'remove', 'repeat', 'swap', 'retype', 'column', 'heading', 'merge', 'split'), inside: fc.option(fc.nat(30), { freq: 3 }), from: fc.nat(20), to: fc.nat(20), many: fc.integer({ min: 1, max: 3 }) }),
  { minLength: 1, maxLength: 4 },
)
export type Edit = (typeof edits extends fc.Arbitrary<infer T> ? T : never)[number]

/** A body after some edits, one after the other. */
export const edited = (body: DocumentNode, all: readonly Edit[]): DocumentNode => all.reduce(afterOne, body)

const holders = new Set(['bulletList', 'orderedList', 'taskList', 'table', 'gallery', 'relatedStories', 'blockquote', 'callout'])

function afterOne(body: DocumentNode, edit: Edit): DocumentNode {
  const ofTable = ['column', 'heading', 'merge', 'split'].includes(edit.kind)
  const found = nodesIn(body).filter(({ type }) => (ofTable ? type === 'table' : holders.has(type)))
  const target = found.length === 0 ? undefined : found[(edit.inside ?? edit.from) % found.length]
  if (ofTable) return target === undefined ? body : replaced(body, target, tableAfter(target, edit))
  return edit.inside === null || target === undefined ? { ...body, content: childrenAfter(body.content ?? [], edit) } : replaced(body, target, { ...target, content: childrenAfter(target.content ?? [], edit) })
}

const nodesIn = (node: DocumentNode): DocumentNode[] => [node, ...(node.content ?? []).flatMap(nodesIn)]
const replaced = (node: DocumentNode, target: DocumentNode, by: DocumentNode): DocumentNode => (node === target ? by : node.content === undefined ? node : { ...node, content: node.content.map((child) => replaced(child, target, by)) })

function childrenAfter(blocks: readonly DocumentNode[], { kind, from, to, many }: Edit): readonly DocumentNode[] {
  const at = from % Math.max(1, blocks.length)
  const some = blocks.slice(at, at + many)
  const rest = [...blocks.slice(0, at), ...blocks.slice(at + many)]
  const place = to % (rest.length + 1)
  if (kind === 'move') return [...rest.slice(0, place), ...some, ...rest.slice(place)]
  if (kind === 'remove') return rest.length > 0 ? rest : blocks
  if (kind === 'repeat') return [...blocks.slice(0, place), ...some, ...blocks.slice(place)]
  if (kind === 'swap') return [...rest.slice(0, place), ...some.toReversed(), ...rest.slice(place)]
  return blocks.map((block, index) => (index === at ? retyped(block) : block))
}

/** Other letters here and there, all the way down. */
function retyped(node: DocumentNode): DocumentNode {
  if (node.text !== undefined) return { ...node, text: half(Array.from(node.text)) }
  return node.content === undefined ? node : { ...node, content: node.content.flatMap((child, index) => (index % 3 === 2 ? [] : [retyped(child)])) }
}

const half = (letters: readonly string[]): string => [...letters.slice(0, letters.length >> 1), ' indeed', ...letters.slice((letters.length >> 1) + 1)].join('')

function tableAfter(table: DocumentNode, { kind, from, to, many }: Edit): DocumentNode {
  const rows = table.content ?? []
  const inRows = (change: (cells: readonly DocumentNode[], row: number) => readonly DocumentNode[]): DocumentNode => ({ ...table, content: rows.map((row, index) => ({ ...row, content: change(row.content ?? [], index) })) })
  const at = from % Math.max(1, rows.length)
  if (kind === 'column') return inRows((cells) => childrenAfter(cells, { kind: many === 1 ? 'move' : many === 2 ? 'remove' : 'repeat', inside: null, from, to, many: 1 }))
  if (kind === 'heading') return inRows((cells, row) => cells.map((cell, column) => ((many === 1 ? row : column) === 0 ? { ...cell, type: cell.type === 'tableHeader' ? 'tableCell' : 'tableHeader' } : cell)))
  if (kind === 'split') return inRows((cells, row) => (row !== at ? cells : cells.flatMap((cell) => [{ ...cell, attrs: { ...cell.attrs, colspan: 1 } }, ...(cell.attrs?.['colspan'] === 2 ? [{ ...cell, attrs: { ...cell.attrs, colspan: 1 }, content: (cell.content ?? []).slice(-1) }] : [])])))
  const below = many === 2 ? rows[at + 1]?.content?.[0] : undefined
  return inRows((cells, row) => {
    const [first, second, ...rest] = cells
    if (below !== undefined && row === at + 1) return cells.length > 1 ? cells.slice(1) : cells
    if (row !== at || first === undefined) return cells
    if (below !== undefined) return [joined(first, below, { rowspan: 2 }), ...cells.slice(1)]
    return second === undefined ? cells : [joined(first, second, { colspan: 2 }), ...rest]
  })
}

const joined = (one: DocumentNode, other: DocumentNode, attrs: Readonly<Record<string, unknown>>): DocumentNode => ({ ...one, attrs: { ...one.attrs, ...attrs }, content: [...(one.content ?? []), ...(other.content ?? [])] })
