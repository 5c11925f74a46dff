import type { CommandId } from '@shared/commands'
import type { Editor } from '@tiptap/core'
import { Code, Highlighter, Languages, RemoveFormatting, Strikethrough, Subscript, Superscript, Type, type LucideIcon } from 'lucide-react'
import { runCommand } from '../../app/command-registry'
import { shortcutLabel } from '../../app/shortcuts'
import { IconButton } from '../../ui/Button'
import { Menu } from '../../ui/Menu'
import { useTextState } from '../use-text-state'
import { nameOf } from './CommandButton'
import { rareMarksOf } from './text-facts'

const marks: readonly { readonly id: CommandId; readonly icon: LucideIcon; readonly mark: 'strike' | 'code' | 'superscript' | 'subscript' | 'highlight' | 'language' }[] = [
  { id: 'format.strike', icon: Strikethrough, mark: 'strike' },
  { id: 'format.code', icon: Code, mark: 'code' },
  { id: 'format.superscript', icon: Superscript, mark: 'superscript' },
  { id: 'format.subscript', icon: Subscript, mark: 'subscript' },
  { id: 'format.highlight', icon: Highlighter, mark: 'highlight' },
  { id: 'format.language', icon: Languages, mark: 'language' },
]

/** What words can be besides bold, italic and underlined. */
export function MoreMarks({ editor, align = 'start' }: { readonly editor: Editor; readonly align?: 'start' | 'end' }) {
  const on = useTextState(editor, rareMarksOf)
  const any = marks.some(({ mark }) => on[mark])
  return (
    <Menu
      align={align}
      trigger={<IconButton icon={Type} label="More formatting" size="small" aria-pressed={any} onMouseDown={(event) => event.preventDefault()} />}
      groups={[
        { entries: marks.map(({ id, icon, mark }) => ({ id, icon, label: nameOf(id), keys: shortcutLabel(id), checked: on[mark], onSelect: () => void setTimeout(() => runCommand(id)) })) },
        { entries: [{ id: 'format.clear', icon: RemoveFormatting, label: nameOf('format.clear'), onSelect: () => void runCommand('format.clear') }] },
      ]}
      returnFocus={() => editor.view.focus()}
    />
  )
}
