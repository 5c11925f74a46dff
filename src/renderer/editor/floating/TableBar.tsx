import { findParentNode, type Editor } from '@tiptap/core'
import { BetweenHorizontalEnd, BetweenHorizontalStart, BetweenVerticalEnd, BetweenVerticalStart, PanelTop, Trash2, type LucideIcon } from 'lucide-react'
import { useMemo, useRef, type ReactNode } from 'react'
import { IconButton } from '../../ui/Button'
import { useStorySession } from '../../story/StoryProvider'
import { useRovingFocus } from '../toolbar/use-roving-focus'
import { useTextState } from '../use-text-state'
import { Floating } from './Floating'
import { RemoveColumn, RemoveRow } from './table-icons'

/** Beside the table that the cursor is in: its rows and columns. */
export function TableBar({ editor }: { readonly editor: Editor }) {
  const { position, header } = useTextState(editor, tableAtCursor)
  return position < 0 ? null : <Bar key={position} editor={editor} position={position} header={header} />
}

function Bar({ editor, position, header }: { readonly editor: Editor; readonly position: number; readonly header: boolean }) {
  const ref = useRef<HTMLDivElement>(null)
  const anchor = useMemo(() => {
    const place = (): Element => {
      const found = editor.view.nodeDOM(position)
      return found instanceof Element ? found : editor.view.dom
    }
    return { contextElement: editor.view.dom, getBoundingClientRect: () => place().getBoundingClientRect() }
  }, [editor, position])
  useRovingFocus(ref)
  const session = useStorySession()
  const chain = () => {
    session.startStep()
    return editor.chain().focus()
  }
  return (
    <Floating anchor={anchor} placement="bottom-end" gap={6}>
      <div ref={ref} role="toolbar" aria-label="Table" className="floating__bar">
        <Tool icon={BetweenHorizontalStart} label="Row above" run={() => chain().addRowBefore().run()} />
        <Tool icon={BetweenHorizontalEnd} label="Row below" run={() => chain().addRowAfter().run()} />
        <Tool icon={RemoveRow} label="Remove row" run={() => chain().deleteRow().run()} />
        <Line />
        <Tool icon={BetweenVerticalStart} label="Column before" run={() => chain().addColumnBefore().run()} />
        <Tool icon={BetweenVerticalEnd} label="Column after" run={() => chain().addColumnAfter().run()} />
        <Tool icon={RemoveColumn} label="Remove column" run={() => chain().deleteColumn().run()} />
        <Line />
        <Tool icon={PanelTop} label="Header row" pressed={header} run={() => chain().toggleHeaderRow().run()} />
        <Tool icon={Trash2} label="Remove table" run={() => chain().deleteTable().run()} />
      </div>
    </Floating>
  )
}

const Line = (): ReactNode => <span className="floating__line" />

function Tool({ icon, label, pressed, run }: { readonly icon: LucideIcon; readonly label: string; readonly pressed?: boolean; readonly run: () => void }) {
  return <IconButton icon={icon} label={label} size="small" aria-pressed={pressed} onMouseDown={(event) => event.preventDefault()} onClick={run} />
}

/** Where the table with the cursor begins, or -1, and whether its first row is a header. */
function tableAtCursor(editor: Editor) {
  const table = findParentNode(({ type }) => type.name === 'table')(editor.state.selection)
  if (table === undefined || !editor.isFocused) return { position: -1, header: false }
  const firstRow = table.node.firstChild
  return { position: table.pos, header: firstRow?.firstChild?.type.name === 'tableHeader' && firstRow.lastChild?.type.name === 'tableHeader' }
}
