import { useSyncExternalStore } from 'react'
import { prefer, useApp } from './app-store'
import { arrangePanes, type PaneLayout, type PaneWishes } from './pane-layout'

/** The panes as this window has room for them now. */
export function usePanes(): PaneLayout {
  const width = useSyncExternalStore(whenResized, () => window.innerWidth)
  const preferences = useApp((state) => state.preferences)
  const alone = useApp(({ story, mode }) => story !== null && mode === 'write') && preferences?.focusMode === true
  return alone ? storyAlone : arrangePanes(width, preferences ?? unknown)
}

/** Focus mode: nothing but the text. */
const storyAlone: PaneLayout = { sidebar: 0, list: 0, inspector: 0, inspectorOver: false }

const unknown: PaneWishes = { sidebarShown: true, sidebarWidth: 0, listWidth: 0, inspectorShown: true, inspectorWidth: 0 }

function whenResized(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

type PaneWidth = 'sidebarWidth' | 'listWidth' | 'inspectorWidth'

/** A width while it is being dragged; it is remembered with `prefer` when the drag ends. */
export function stretchPane(pane: PaneWidth, width: number): void {
  useApp.setState(({ preferences }) => (preferences === null ? {} : { preferences: { ...preferences, [pane]: width } }))
}

export function toggleSidebar(): void {
  const { preferences } = useApp.getState()
  if (preferences !== null) prefer({ sidebarShown: !preferences.sidebarShown })
}

/** Shows or hides the inspector where it is now: beside the story, or over it in a narrow window. */
export function toggleInspector(): void {
  const { preferences, inspectorOver } = useApp.getState()
  if (preferences === null) return
  if (isNarrow(preferences)) useApp.setState({ inspectorOver: !inspectorOver })
  else prefer({ inspectorShown: !preferences.inspectorShown })
}

/** Makes sure that the inspector can be seen. */
export function revealInspector(): void {
  const { preferences } = useApp.getState()
  if (preferences === null) return
  if (!preferences.inspectorShown) prefer({ inspectorShown: true })
  if (isNarrow({ ...preferences, inspectorShown: true })) useApp.setState({ inspectorOver: true })
}

const isNarrow = (wishes: PaneWishes): boolean => arrangePanes(window.innerWidth, wishes).inspectorOver
