import { commandNamed, type CommandId } from '@shared/commands'
import type { LucideIcon } from 'lucide-react'
import { runCommand } from '../../app/command-registry'
import { shortcutLabel } from '../../app/shortcuts'
import { IconButton } from '../../ui/Button'

/** A command's name on a button: its label, without the dots of a menu. */
export const nameOf = (id: CommandId): string => (commandNamed(id)?.label ?? id).replace(/…$/, '')

interface CommandButtonProps {
  readonly id: CommandId
  readonly icon: LucideIcon
  /** For what can be on or off where the cursor is. */
  readonly pressed?: boolean
  /** Why it can't be used now. */
  readonly unavailable?: string | false
}

/** A tool that runs a command; the text keeps the focus. */
export function CommandButton({ id, icon, pressed, unavailable }: CommandButtonProps) {
  return (
    <IconButton
      icon={icon}
      label={nameOf(id)}
      keys={shortcutLabel(id)}
      size="small"
      {...(unavailable !== undefined && { unavailable })}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => runCommand(id)}
    />
  )
}
