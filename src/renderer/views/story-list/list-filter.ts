import type { KindId } from '@shared/story/ids'
import { useEffect, useState } from 'react'
import { create } from 'zustand'

interface ListFilter {
  readonly search: string
  /** Null for all kinds. */
  readonly kind: KindId | null
}

const everything: ListFilter = { search: '', kind: null }

/** What narrows the list within the view. */
export const useListFilter = create<ListFilter>(() => everything)

export const searchFor = (search: string): void => useListFilter.setState({ search })
export const showKind = (kind: KindId | null): void => useListFilter.setState({ kind })
export const clearFilter = (): void => useListFilter.setState(everything)

/** The value once it has not changed for a moment, so that each key of a search is not a question of its own. */
export function useSettled<T>(value: T, quietMs: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), quietMs)
    return () => clearTimeout(timer)
  }, [value, quietMs])
  return settled
}
