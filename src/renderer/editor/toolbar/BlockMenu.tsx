import type { Editor } from '@tiptap/core'
import { ChevronDown } from 'lucide-react'
import { runCommand } from '../../app/command-registry'
import { shortcutLabel } from '../../app/shortcuts'
import { Menu } from '../../ui/Menu'
import { turnInto } from '../body/turn-into'
import { useTextState } from '../use-text-state'
import { nameOf } from './CommandButton'
import { blockOf } from './text-facts'

const blocks = turnInto.filter((id) => !id.endsWith('List'))

/** What the block with the cursor is, and what else it can be. */
export function BlockMenu({ editor }: { readonly editor: Editor }) {
  const { block } = useTextState(editor, blockOf)
  return (
    <Menu
      trigger={
        <button type="button" className="button button--quiet button--small toolbar__block" aria-label={`Block type: ${nameOf(block)}`} onMouseDown={(event) => event.preventDefault()}>
          <span>{nameOf(block)}</span>
          <ChevronDown size={13} aria-hidden />
        </button>
      }
      groups={[{ entries: blocks.map((id) => ({ id, label: nameOf(id), keys: shortcutLabel(id), checked: id === block, onSelect: () => id !== block && void runCommand(id) })) }]}
      returnFocus={() => editor.view.focus()}
    />
  )
}
