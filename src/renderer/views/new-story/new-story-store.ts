import type { KindId } from '@shared/story/ids'
import { create } from 'zustand'
import { showOverlay } from '../../app/app-store'

/** The kind that the dialog proposes: the one asked for, else the last one made. */
export const useNewStory = create<{ readonly kind: KindId | null }>(() => ({ kind: null }))

/** Opens the dialog with a kind chosen. */
export function startStory(kind: KindId): void {
  useNewStory.setState({ kind })
  showOverlay('newStory')
}
