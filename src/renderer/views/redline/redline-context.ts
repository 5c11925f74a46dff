import type { ChangeClass, Redline } from '@shared/redline/redline-shape'
import { createContext, useContext } from 'react'

/** What the parts of a redline need to know of the whole. */
export interface RedlineAround {
  readonly changes: readonly ChangeClass[]
  readonly tables: Redline['tables']
  /** What links lead to, in words. */
  readonly targets: Redline['targets']
  /** Shows the other place of what was moved. */
  readonly jump: (part: number, to: 'from' | 'to') => void
}

export const RedlineContext = createContext<RedlineAround>({ changes: [], tables: [], targets: {}, jump: () => undefined })
export const useRedlineAround = (): RedlineAround => useContext(RedlineContext)

/** The class of the change that something is a part of. */
export function useChangeClass(part: number | undefined): ChangeClass | undefined {
  const { changes } = useRedlineAround()
  return part === undefined ? undefined : changes[part]
}
