import type { Preferences } from '@shared/ipc'
import { prefer, useApp } from '../../app/app-store'

export type InspectorTab = Preferences['inspectorTab']

export const inspectorTabs: readonly { readonly id: InspectorTab; readonly label: string }[] = [
  { id: 'details', label: 'Details' },
  { id: 'review', label: 'Review' },
  { id: 'history', label: 'History' },
  { id: 'publish', label: 'Publish' },
]

export const useInspectorTab = (): InspectorTab => useApp(({ preferences }) => preferences?.inspectorTab ?? 'details')

export const showInspectorTab = (inspectorTab: InspectorTab): void => prefer({ inspectorTab })
