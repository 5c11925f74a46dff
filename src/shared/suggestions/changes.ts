import type { Transform } from '@tiptap/pm/transform'

/** Where something changed: a stretch of the text before, and what it is after. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
}

/** Where a change touched the text: stretches in order, none touching another. Empty when it touched more than words, such as attributes of blocks. */
export function changesOf({ steps, mapping }: Transform): Change[] {
  const found: Change[] = []
  for (const [index, step] of steps.entries()) {
    const [earlier, later] = [mapping.maps.slice(0, index).reverse(), mapping.maps.slice(index + 1)]
    const back = (place: number, side: number): number => earlier.reduce((at, map) => map.invert().map(at, side), place)
    const on = (place: number, side: number): number => later.reduce((at, map) => map.map(at, side), place)
    const add = (oldFrom: number, oldTo: number, newFrom: number, newTo: number): void => void found.push({ from: back(oldFrom, -1), to: back(oldTo, 1), newFrom: on(newFrom, -1), newTo: on(newTo, 1) })
    let moved = false
    step.getMap().forEach((...range) => {
      moved = true
      add(...range)
    })
    if (moved) continue
    const { from, to } = stretchOf(step.toJSON())
    if (from === null || to === null) return []
    add(from, to, from, to)
  }
  return apart(found)
}

/** The stretch that a step names which moves nothing: one that formats words. */
function stretchOf(step: unknown): { readonly from: number | null; readonly to: number | null } {
  const at = (name: string): number | null => {
    const value: unknown = typeof step === 'object' && step !== null ? Reflect.get(step, name) : null
    return typeof value === 'number' ? value : null
  }
  return { from: at('from'), to: at('to') }
}

function apart(changes: readonly Change[]): Change[] {
  const inOrder = [...changes].sort((a, b) => a.from - b.from || a.newFrom - b.newFrom)
  const merged: Change[] = []
  for (const change of inOrder) {
    const last = merged.at(-1)
    if (last === undefined || (change.from > last.to && change.newFrom > last.newTo)) merged.push(change)
    else merged.splice(-1, 1, { from: Math.min(last.from, change.from), to: Math.max(last.to, change.to), newFrom: Math.min(last.newFrom, change.newFrom), newTo: Math.max(last.newTo, change.newTo) })
  }
  return merged
}
