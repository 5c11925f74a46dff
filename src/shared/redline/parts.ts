import type { ChangeClass } from './redline-shape'

/** The changes that were found so far, in the order in which they are read. */
export interface Parts {
  readonly changes: readonly ChangeClass[]
  /** One more; answers its index. */
  readonly add: (change: ChangeClass) => number
  /** The one of this name, which is added where it is met first. */
  readonly named: (name: string, change: () => ChangeClass) => number
}

/** No changes yet. */
export function noParts(): Parts {
  const changes: ChangeClass[] = []
  const known = new Map<string, number>()
  const add = (change: ChangeClass): number => changes.push(change) - 1
  const named: Parts['named'] = (name, change) => {
    const part = known.get(name) ?? add(change())
    known.set(name, part)
    return part
  }
  return { changes, add, named }
}
