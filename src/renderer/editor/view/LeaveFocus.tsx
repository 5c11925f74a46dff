import { Minimize2 } from 'lucide-react'
import { useEffect } from 'react'
import { useApp } from '../../app/app-store'
import { runCommand } from '../../app/command-registry'
import { isModalOpen } from '../../ui/layer'
import { IconButton } from '../../ui/Button'
import { useFind } from '../find/find-store'

/** The way out of focus mode: a button in the corner, and Escape wherever the focus is. */
export function LeaveFocus() {
  const on = useApp(({ preferences }) => preferences?.focusMode === true)
  useEffect(() => {
    if (!on) return
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isModalOpen() || useFind.getState().open) return
      event.preventDefault()
      runCommand('view.focusMode')
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [on])
  return on ? <IconButton icon={Minimize2} label="Leave focus mode" keys="Esc" size="small" className="leave-focus" onClick={() => void runCommand('view.focusMode')} /> : null
}
