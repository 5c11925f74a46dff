import { PanelLeft, PanelRight } from 'lucide-react'
import { IconButton } from '../ui/Button'
import { useApp } from './app-store'
import { runCommand } from './command-registry'
import { usePanes } from './panes'
import { shortcutLabel } from './shortcuts'

export function SidebarToggle() {
  const shown = useApp(({ preferences }) => preferences?.sidebarShown ?? true)
  return <IconButton icon={PanelLeft} label={shown ? 'Hide the sidebar' : 'Show the sidebar'} keys={shortcutLabel('pane.sidebar')} size="small" onClick={() => void runCommand('pane.sidebar')} />
}

export function InspectorToggle() {
  const { inspector, inspectorOver } = usePanes()
  const over = useApp((state) => state.inspectorOver)
  const shown = inspectorOver ? over : inspector > 0
  return <IconButton icon={PanelRight} label={shown ? 'Hide the inspector' : 'Show the inspector'} keys={shortcutLabel('pane.inspector')} aria-pressed={shown} onClick={() => void runCommand('pane.inspector')} />
}
