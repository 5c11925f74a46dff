import './toolbar.css'
import type { Editor } from '@tiptap/core'
import { Bold, Code, FileCode, Image, Italic, Link, List, ListOrdered, Minus, Paperclip, Plus, Quote, Redo2, Strikethrough, Superscript, Table, Undo2 } from 'lucide-react'
import { useRef } from 'react'
import { runCommand } from '../../app/command-registry'
import { shortcutLabel } from '../../app/shortcuts'
import type { StorySession } from '../../story/story-session'
import { IconButton } from '../../ui/Button'
import { Menu } from '../../ui/Menu'
import { useTextState } from '../use-text-state'
import { BlockMenu } from './BlockMenu'
import { CommandButton, nameOf } from './CommandButton'
import { marksOf } from './text-facts'
import { useHistoryState } from './use-history-state'
import { useRovingFocus } from './use-roving-focus'

const insertions = [
  { id: 'insert.image', icon: Image },
  { id: 'insert.attachment', icon: Paperclip },
  { id: 'insert.table', icon: Table },
  { id: 'insert.footnote', icon: Superscript },
  { id: 'insert.rule', icon: Minus },
  { id: 'block.code', icon: FileCode },
] as const

/** The tools of the text: one stop in the tab order, arrows inside. */
export function Toolbar({ editor, session }: { readonly editor: Editor; readonly session: StorySession }) {
  const ref = useRef<HTMLDivElement>(null)
  const marks = useTextState(editor, marksOf)
  const { canUndo, canRedo } = useHistoryState(session)
  useRovingFocus(ref)
  return (
    <div ref={ref} role="toolbar" aria-label="Formatting" className="toolbar">
      <div className="toolbar__group">
        <CommandButton id="edit.undo" icon={Undo2} unavailable={!canUndo && 'nothing to undo'} />
        <CommandButton id="edit.redo" icon={Redo2} unavailable={!canRedo && 'nothing to redo'} />
      </div>
      <div className="toolbar__group">
        <BlockMenu editor={editor} />
      </div>
      <div className="toolbar__group">
        <CommandButton id="format.bold" icon={Bold} pressed={marks.bold} />
        <CommandButton id="format.italic" icon={Italic} pressed={marks.italic} />
        <CommandButton id="format.strike" icon={Strikethrough} pressed={marks.strike} />
        <CommandButton id="format.code" icon={Code} pressed={marks.code} />
        <CommandButton id="format.link" icon={Link} pressed={marks.link} />
      </div>
      <div className="toolbar__group">
        <CommandButton id="block.bulletList" icon={List} pressed={marks.bulletList} />
        <CommandButton id="block.orderedList" icon={ListOrdered} pressed={marks.orderedList} />
        <CommandButton id="block.quote" icon={Quote} pressed={marks.quote} />
      </div>
      <div className="toolbar__group toolbar__group--wide">
        {insertions.map(({ id, icon }) => (
          <CommandButton key={id} id={id} icon={icon} {...(id === 'block.code' && { pressed: marks.codeBlock })} />
        ))}
      </div>
      <div className="toolbar__group toolbar__group--narrow">
        <Menu
          trigger={<IconButton icon={Plus} label="Insert" size="small" />}
          groups={[{ entries: insertions.map(({ id, icon }) => ({ id, icon, label: nameOf(id), keys: shortcutLabel(id), onSelect: () => void runCommand(id) })) }]}
          returnFocus={() => editor.view.focus()}
        />
      </div>
    </div>
  )
}
