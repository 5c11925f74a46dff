import type { Failure } from '@shared/result'
import { create } from 'zustand'

export interface Notice {
  readonly id: number
  readonly look: 'info' | 'error'
  readonly text: string
  /** The file, field or line that it is about. */
  readonly place?: string | undefined
  readonly action?: { readonly label: string; readonly run: () => void }
}

export const useNotices = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }))

const shownMs = 6000
let next = 1

/** Says something in passing; it goes away by itself, and at once when something newer is said. */
export function inform(text: string, action?: Notice['action']): void {
  const id = show({ look: 'info', text, ...(action && { action }) })
  setTimeout(() => dismiss(id), shownMs)
}

/** Says what went wrong; it stays until it is closed. The same words about the same place are not shown twice at once. */
export function complain({ message, place }: Pick<Failure, 'message' | 'place'>): void {
  if (useNotices.getState().notices.some((notice) => notice.text === message && notice.place === place)) return
  show({ look: 'error', text: message, place })
}

export function dismiss(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}

/** Takes away what was said in passing and asks for nothing: a dialog that opens must not be covered by old news. */
export const hush = (): void => useNotices.setState(({ notices }) => ({ notices: notices.filter(({ look, action }) => look === 'error' || action !== undefined) }))

function show(notice: Omit<Notice, 'id'>): number {
  const id = next++
  useNotices.setState(({ notices }) => {
    const kept = notices.filter(({ look }) => look === 'error' || notice.look === 'error')
    return { notices: [...kept, { ...notice, id }].slice(-4) }
  })
  return id
}
