import type { CommandId } from '@shared/commands'
import type { Editor } from '@tiptap/core'
import { Plus } from 'lucide-react'
import { runCommand } from '../../app/command-registry'
import { shortcutLabel } from '../../app/shortcuts'
import { IconButton } from '../../ui/Button'
import { Menu } from '../../ui/Menu'
import { blockIcons } from '../block-icons'
import { nameOf } from './CommandButton'

const groups: readonly { readonly label: string; readonly ids: readonly CommandId[] }[] = [
  { label: 'Pictures and files', ids: ['insert.image', 'insert.gallery', 'insert.attachment'] },
  { label: 'Text', ids: ['block.taskList', 'block.pullQuote', 'block.callout', 'insert.table', 'insert.footnote', 'block.code', 'insert.rule'] },
  { label: 'Calls and cards', ids: ['insert.button', 'insert.subscribe', 'insert.embed', 'insert.relatedStories'] },
]

/** ‘Insert button’ says in a menu of that name no more than ‘Button’. */
function short(id: CommandId): string {
  const name = nameOf(id).replace(/^Insert /, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Every block that can be put into the text. */
export function InsertMenu({ editor }: { readonly editor: Editor }) {
  return (
    <Menu
      align="end"
      trigger={<IconButton icon={Plus} label="Insert" size="small" onMouseDown={(event) => event.preventDefault()} />}
      groups={groups.map(({ label, ids }) => ({
        label,
        entries: ids.map((id) => ({ id, label: short(id), keys: shortcutLabel(id), ...(blockIcons[id] && { icon: blockIcons[id] }), onSelect: () => void runCommand(id) })),
      }))}
      returnFocus={() => document.activeElement === document.body && editor.view.focus()}
    />
  )
}
