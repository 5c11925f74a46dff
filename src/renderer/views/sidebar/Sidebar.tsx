import './sidebar.css'
import { Plus } from 'lucide-react'
import { showView, useApp } from '../../app/app-store'
import { runCommand } from '../../app/command-registry'
import { SidebarToggle } from '../../app/PaneToggles'
import { shortcutLabel } from '../../app/shortcuts'
import { Button } from '../../ui/Button'
import { Hint } from '../../ui/Hint'
import { IdentitySwitch } from '../identity/IdentitySwitch'
import { DeskMenu } from './DeskMenu'
import { useCounts } from './use-counts'
import { views } from './views'
import { inFigures } from '@shared/figures'

/** Left: which desk, which of its stories, and who acts. */
export function Sidebar() {
  const view = useApp((state) => state.view)
  const counts = useCounts()
  return (
    <div className="sidebar">
      <div className="sidebar__head">
        <DeskMenu />
        <SidebarToggle />
      </div>
      <div className="sidebar__new">
        <Hint text="New story" keys={shortcutLabel('story.new')} side="right">
          <Button icon={Plus} onClick={() => void runCommand('story.new')}>
            New story
          </Button>
        </Hint>
      </div>
      <nav className="sidebar__views" aria-label="Views">
        <ul>
          {views.map(({ id, label, icon: Icon, command }) => (
            <li key={id}>
              <Hint text={label} keys={shortcutLabel(command)} side="right">
                <button type="button" className="sidebar__view" aria-current={view === id ? 'page' : undefined} onClick={() => showView(id)}>
                  <Icon size={15} strokeWidth={1.8} aria-hidden />
                  <span className="sidebar__label">{label}</span>
                  <span className={`sidebar__count ${id === 'forMyReview' && (counts[id] ?? 0) > 0 ? 'sidebar__count--waiting' : ''}`}>{counts[id] ? inFigures(counts[id]) : ''}</span>
                </button>
              </Hint>
            </li>
          ))}
        </ul>
      </nav>
      <IdentitySwitch />
    </div>
  )
}
