import './toolbar.css'
import type { Editor } from '@tiptap/core'
import { Bold, Code, Italic, Link, List, ListOrdered, ListTodo, Plus, Quote, Redo2, Strikethrough, Underline, Undo2 } from 'lucide-react'
import { useRef } from 'react'
import type { StorySession } from '../../story/story-session'
import { blockIcons } from '../block-icons'
import { useTextState } from '../use-text-state'
import { BlockMenu } from './BlockMenu'
import { CommandButton } from './CommandButton'
import { InsertMenu } from './InsertMenu'
import { MoreMarks } from './MoreMarks'
import { marksOf } from './text-facts'
import { useHistoryState } from './use-history-state'
import { useRovingFocus } from './use-roving-focus'

/** What is put in most often; everything else is in the menu behind them. */
const usual = ['insert.image', 'insert.table', 'insert.footnote'] as const
const rarer = ['insert.attachment', 'insert.rule', 'block.code'] as const

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
        <CommandButton id="format.underline" icon={Underline} pressed={marks.underline} />
        <span className="toolbar__wide">
          <CommandButton id="format.strike" icon={Strikethrough} pressed={marks.strike} />
          <CommandButton id="format.code" icon={Code} pressed={marks.code} />
        </span>
        <CommandButton id="format.link" icon={Link} pressed={marks.link} />
        <MoreMarks editor={editor} />
      </div>
      <div className="toolbar__group">
        <CommandButton id="block.bulletList" icon={List} pressed={marks.bulletList} />
        <CommandButton id="block.orderedList" icon={ListOrdered} pressed={marks.orderedList} />
        <span className="toolbar__usual">
          <CommandButton id="block.taskList" icon={ListTodo} pressed={marks.taskList} />
        </span>
        <CommandButton id="block.quote" icon={Quote} pressed={marks.quote} />
      </div>
      <div className="toolbar__group">
        <span className="toolbar__usual">
          {usual.map((id) => (
            <CommandButton key={id} id={id} icon={blockIcons[id] ?? Plus} />
          ))}
        </span>
        <span className="toolbar__wide">
          {rarer.map((id) => (
            <CommandButton key={id} id={id} icon={blockIcons[id] ?? Plus} {...(id === 'block.code' && { pressed: marks.codeBlock })} />
          ))}
        </span>
        <InsertMenu editor={editor} />
      </div>
    </div>
  )
}
