import type { Preferences } from '@shared/ipc'
import { prefer, useApp } from '../../app/app-store'
import { revealInspector } from '../../app/panes'

export type InspectorTab = Preferences['inspectorTab']

export const inspectorTabs: readonly { readonly id: InspectorTab; readonly label: string }[] = [
  { id: 'details', label: 'Details' },
  { id: 'language', label: 'Language' },
  { id: 'review', label: 'Review' },
  { id: 'history', label: 'History' },
  { id: 'publish', label: 'Publish' },
]

export const useInspectorTab = (): InspectorTab => useApp(({ preferences }) => preferences?.inspectorTab ?? 'details')

/** Shows a tab of the inspector, and the inspector itself where it was hidden. */
export function showInspectorTab(inspectorTab: InspectorTab): void {
  prefer({ inspectorTab })
  revealInspector()
}
