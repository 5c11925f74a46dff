import { Menu, type MenuItemConstructorOptions } from 'electron'
import { commands, menuNames, type Command } from '../../shared/commands'

/** The native menu, made from the same list of commands as the palette and the shortcuts. */
export function showMenu(run: (command: string) => void): void {
  const item = (command: Command): MenuItemConstructorOptions => ({
    label: command.label,
    ...(command.keys === undefined ? {} : { accelerator: command.keys }),
    click: () => run(command.id),
  })
  const menus = menuNames.map((name): MenuItemConstructorOptions => ({
    label: name,
    submenu: [...commands.filter(({ menu }) => menu === name).map(item), ...systemItems(name)],
  }))
  const appMenu: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...appMenu, ...menus]))
}

/** What the system itself offers, at the end of the menus where people look for it. */
function systemItems(menu: string): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  switch (menu) {
    case 'File':
      return process.platform === 'darwin' ? [separator, { role: 'close' }] : [separator, { role: 'quit' }]
    case 'Edit':
      return [separator, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'pasteAndMatchStyle' }, { role: 'selectAll' }]
    case 'View':
      return [separator, { role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }]
    default:
      return []
  }
}
