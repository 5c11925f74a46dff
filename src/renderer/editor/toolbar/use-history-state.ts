import { useCallback, useSyncExternalStore } from 'react'
import type { StorySession } from '../../story/story-session'

const changes = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const

/** Whether there is something to undo or redo. */
export function useHistoryState({ history }: StorySession): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const subscribe = useCallback(
    (changed: () => void) => {
      // A redo ends when something else is typed, which Yjs tells only as an addition.
      for (const change of changes) history.on(change, changed)
      return () => {
        for (const change of changes) history.off(change, changed)
      }
    },
    [history],
  )
  const canUndo = useSyncExternalStore(subscribe, () => history.canUndo())
  const canRedo = useSyncExternalStore(subscribe, () => history.canRedo())
  return { canUndo, canRedo }
}
