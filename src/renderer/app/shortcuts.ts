import { commandNamed, commands, type CommandId } from '@shared/commands'
import { isModalOpen } from '../ui/layer'
import { runCommand } from './command-registry'

const isMac = navigator.userAgent.includes('Mac')

/** Listens for the shortcuts of all commands in this window, except while a dialog is open; answers how to stop. */
export function listenForShortcuts(target: Window): () => void {
  const hear = (event: KeyboardEvent): void => {
    if (isOfText(event) || event.defaultPrevented || event.isComposing || isModalOpen()) return
    const command = commands.find((candidate) => 'keys' in candidate && matches(event, candidate.keys))
    if (command && runCommand(command.id)) event.preventDefault()
  }
  target.addEventListener('keydown', hear)
  return () => target.removeEventListener('keydown', hear)
}

/** A letter and nothing else is no shortcut: while one types, the list is not gone through. */
const isOfText = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => key.length === 1 && !ctrlKey && !metaKey && !altKey

const keyNames: Readonly<Record<string, string>> = { Down: 'ArrowDown', Up: 'ArrowUp', Left: 'ArrowLeft', Right: 'ArrowRight' }

function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const primary = isMac ? event.metaKey : event.ctrlKey
  const other = isMac ? event.ctrlKey : event.metaKey
  if (other || primary !== parts.includes('CmdOrCtrl') || event.shiftKey !== parts.includes('Shift') || event.altKey !== parts.includes('Alt')) return false
  // With Shift or Alt held, `key` is another character on many layouts; `code` names the key itself.
  return event.key.toLowerCase() === (keyNames[key] ?? key).toLowerCase() || event.code === `Digit${key}` || event.code === `Key${key.toUpperCase()}`
}

/** A command's shortcut as people write it here: `⇧⌘P` on a Mac, `Ctrl+Shift+P` elsewhere. Undefined when it has none. */
export function shortcutLabel(id: CommandId): string | undefined {
  const keys = commandNamed(id)?.keys?.replace('Down', '↓').replace('Up', '↑').replace('Left', '←').replace('Right', '→')
  if (keys === undefined) return undefined
  if (!isMac) return keys.replace('CmdOrCtrl', 'Ctrl')
  return keys.replace('CmdOrCtrl+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥')
}
