import { commands, type Command } from '@shared/commands'
import { Extension } from '@tiptap/core'
import { runCommand } from '../../app/command-registry'

const keyNames: Readonly<Record<string, string>> = { CmdOrCtrl: 'Mod', Down: 'ArrowDown', Up: 'ArrowUp', Left: 'ArrowLeft', Right: 'ArrowRight' }

/** A shortcut as ProseMirror writes it: `CmdOrCtrl+Shift+P` is `Mod-Shift-p`. */
function keyOf(accelerator: string): string {
  return accelerator
    .split('+')
    .map((part) => keyNames[part] ?? (part.length === 1 ? part.toLowerCase() : part))
    .join('-')
}

/** The app's own shortcuts come before those that extensions bring along, so that a key means the same everywhere. */
export const appShortcuts = Extension.create({
  name: 'appShortcuts',
  priority: 2000,
  addKeyboardShortcuts() {
    const listed: readonly Command[] = commands
    return Object.fromEntries(listed.flatMap(({ id, keys }) => (keys === undefined ? [] : [[keyOf(keys), () => runCommand(id)]])))
  },
})
