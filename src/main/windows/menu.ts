import { Menu, type MenuItemConstructorOptions } from 'electron'
import { commands, menuNames, type Command } from '../../shared/commands'

/** The native menu, made from the same list of commands as the palette and the shortcuts. */
export function showMenu(run: (command: string) => void): void {
  const menus = menuNames.map((name): MenuItemConstructorOptions => ({
    label: name,
    submenu: [...commands.filter(({ menu }) => menu === name).flatMap((command) => items(command, run)), ...systemItems(name)],
  }))
  const appMenu: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...appMenu, ...menus]))
}

function items({ id, label, keys, separated }: Command, run: (command: string) => void): MenuItemConstructorOptions[] {
  // Only the system may read the clipboard; the window is denied that.
  if (id === 'insert.pastePlain') return [{ label, role: 'pasteAndMatchStyle', ...(keys !== undefined && { accelerator: keys }) }]
  // The system has its own words and its own key for it.
  if (id === 'view.fullScreen') return [{ role: 'togglefullscreen' }]
  const item: MenuItemConstructorOptions = {
    label,
    click: () => run(id),
    // Shown here, answered by the window: it knows where the cursor is, and a shortcut must not count twice.
    ...(keys === undefined ? {} : { accelerator: keys, registerAccelerator: false }),
  }
  return separated === true ? [{ type: 'separator' }, item] : [item]
}

/** What the system itself offers, at the end of the menus where people look for it. */
function systemItems(menu: string): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  switch (menu) {
    case 'File':
      return process.platform === 'darwin' ? [separator, { role: 'close' }] : [separator, { role: 'quit' }]
    case 'Edit':
      return [separator, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]
    case 'View':
      return [separator, { role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }]
    default:
      return []
  }
}
