import { BookOpen, ChevronsUpDown, FolderOpen, FolderPlus, LogOut, Settings, ShieldCheck } from 'lucide-react'
import { useApp } from '../../app/app-store'
import { runCommand } from '../../app/command-registry'
import { openDesk } from '../../app/desks'
import { shortcutLabel } from '../../app/shortcuts'
import { FolderPath } from '../../ui/FolderPath'
import { Menu } from '../../ui/Menu'

/** The desk's name; its menu opens another desk, and what concerns the desk as a whole. */
export function DeskMenu() {
  const desk = useApp((state) => state.desk)
  const recent = useApp(({ info }) => info?.recentDesks) ?? []
  const others = recent.filter(({ path }) => path !== desk?.path).slice(0, 5)
  return (
    <Menu
      trigger={
        <button type="button" className="desk-menu" title={desk ? `${desk.name}\n${desk.path}` : undefined}>
          <span className="desk-menu__name" dir="auto">
            {desk?.name}
          </span>
          <ChevronsUpDown size={14} aria-hidden />
          <span className="visually-hidden">Desk menu</span>
        </button>
      }
      groups={[
        {
          entries: [
            { id: 'open', label: 'Open desk…', icon: FolderOpen, keys: shortcutLabel('desk.open'), onSelect: () => void runCommand('desk.open') },
            { id: 'new', label: 'New desk…', icon: FolderPlus, onSelect: () => void runCommand('desk.new') },
            { id: 'sample', label: 'Sample desk', icon: BookOpen, onSelect: () => void runCommand('desk.sample') },
          ],
        },
        ...(others.length === 0 ? [] : [{ label: 'Recent', entries: others.map(({ path, name }) => ({ id: path, label: <RecentDesk name={name} path={path} />, onSelect: () => void openDesk(path) })) }]),
        {
          entries: [
            { id: 'settings', label: 'Settings…', icon: Settings, keys: shortcutLabel('settings.open'), onSelect: () => void runCommand('settings.open') },
            { id: 'verify', label: 'Verify desk', icon: ShieldCheck, onSelect: () => void runCommand('desk.verify') },
            { id: 'close', label: 'Close desk', icon: LogOut, onSelect: () => void runCommand('desk.close') },
          ],
        },
      ]}
    />
  )
}

function RecentDesk({ name, path }: { readonly name: string; readonly path: string }) {
  return (
    <span className="desk-menu__recent">
      <span dir="auto">{name}</span>
      <FolderPath path={path} className="desk-menu__path" />
    </span>
  )
}
