import './shortcuts.css'
import { commands, type MenuName } from '@shared/commands'
import { closeOverlay } from '../../app/app-store'
import { shortcutLabel } from '../../app/shortcuts'
import { Dialog } from '../../ui/Dialog'

/** In the order in which they fill the columns evenly. */
const menus: readonly MenuName[] = ['File', 'Edit', 'Story', 'View', 'Help', 'Format', 'Insert', 'Table']

/** Every command that has a shortcut, by its menu. */
export function ShortcutsDialog() {
  return (
    <Dialog title="Keyboard shortcuts" width={880} reading onClose={closeOverlay}>
      <div className="shortcuts">
        {menus.map((menu) => {
          const shown = commands.filter((command) => command.menu === menu && 'keys' in command)
          return shown.length === 0 ? null : (
            <section key={menu} className="shortcuts__menu">
              <h3>{menu}</h3>
              <dl>
                {shown.map(({ id, label }) => (
                  <div key={id}>
                    <dt>{label.replace('…', '')}</dt>
                    <dd>
                      <kbd>{shortcutLabel(id)}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
        <section className="shortcuts__menu">
          <h3>In the list</h3>
          <dl>
            {[
              ['Another story', '↑ ↓'],
              ['First, last', 'Home, End'],
              ['A headline that starts so', 'Letters'],
              ['Into the story', 'Enter'],
            ].map(([what, keys]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}
