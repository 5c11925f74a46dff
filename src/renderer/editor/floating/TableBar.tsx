import { findParentNode, type Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { CellSelection, isInTable } from '@tiptap/pm/tables'
import { BetweenHorizontalEnd, BetweenHorizontalStart, BetweenVerticalEnd, BetweenVerticalStart, PanelLeft, PanelTop, TableCellsMerge, TableCellsSplit, TextAlignCenter, TextAlignEnd, TextAlignStart, Trash2 } from 'lucide-react'
import { useMemo, useRef, type ReactNode } from 'react'
import { CommandButton } from '../toolbar/CommandButton'
import { useRovingFocus } from '../toolbar/use-roving-focus'
import { useTextState } from '../use-text-state'
import { Floating } from './Floating'
import { RemoveColumn, RemoveRow } from './table-icons'

/** Beside the table that the cursor is in: its rows, columns and cells. */
export function TableBar({ editor }: { readonly editor: Editor }) {
  const facts = useTextState(editor, tableAtCursor)
  return facts.position < 0 ? null : <Bar key={facts.position} editor={editor} facts={facts} />
}

function Bar({ editor, facts }: { readonly editor: Editor; readonly facts: TableFacts }) {
  const ref = useRef<HTMLDivElement>(null)
  const { position, align } = facts
  const anchor = useMemo(() => {
    const place = (): Element => {
      const found = editor.view.nodeDOM(position)
      return found instanceof Element ? found : editor.view.dom
    }
    return { contextElement: editor.view.dom, getBoundingClientRect: () => place().getBoundingClientRect() }
  }, [editor, position])
  useRovingFocus(ref)
  return (
    <Floating anchor={anchor} placement="bottom-end" gap={6}>
      <div ref={ref} role="toolbar" aria-label="Table" className="floating__bar">
        <CommandButton id="table.rowAbove" icon={BetweenHorizontalStart} />
        <CommandButton id="table.rowBelow" icon={BetweenHorizontalEnd} />
        <CommandButton id="table.removeRow" icon={RemoveRow} />
        <Line />
        <CommandButton id="table.columnBefore" icon={BetweenVerticalStart} />
        <CommandButton id="table.columnAfter" icon={BetweenVerticalEnd} />
        <CommandButton id="table.removeColumn" icon={RemoveColumn} />
        <Line />
        <CommandButton id="table.headerRow" icon={PanelTop} pressed={facts.headerRow} />
        <CommandButton id="table.headerColumn" icon={PanelLeft} pressed={facts.headerColumn} />
        <Line />
        <CommandButton id="table.mergeCells" icon={TableCellsMerge} unavailable={!facts.canMerge && 'select several cells first, with Shift and the arrow keys'} />
        <CommandButton id="table.splitCell" icon={TableCellsSplit} unavailable={!facts.canSplit && 'this cell was not merged'} />
        <Line />
        <CommandButton id="table.alignLeft" icon={TextAlignStart} pressed={align === 'left'} />
        <CommandButton id="table.alignCenter" icon={TextAlignCenter} pressed={align === 'center'} />
        <CommandButton id="table.alignRight" icon={TextAlignEnd} pressed={align === 'right'} />
        <Line />
        <CommandButton id="table.remove" icon={Trash2} />
      </div>
    </Floating>
  )
}

const Line = (): ReactNode => <span className="floating__line" />

type TableFacts = ReturnType<typeof tableAtCursor>

const none = { position: -1, headerRow: false, headerColumn: false, canMerge: false, canSplit: false, align: '' }

/** Where the table with the cursor begins, or -1, and what can be said of it and of the selected cell. */
function tableAtCursor(editor: Editor) {
  const { selection } = editor.state
  if (!editor.isFocused || !isInTable(editor.state)) return none
  const table = findParentNode(({ type }) => type.name === 'table')(selection)
  if (table === undefined) return none
  const cell = selection instanceof CellSelection ? selection.$anchorCell.nodeAfter : findParentNode(({ type }) => type.spec['tableRole'] === 'cell' || type.spec['tableRole'] === 'header_cell')(selection)?.node
  const spans = Number(cell?.attrs['colspan'] ?? 1) > 1 || Number(cell?.attrs['rowspan'] ?? 1) > 1
  const align: unknown = cell?.attrs['align']
  const rows = table.node.content.content
  return {
    position: table.pos,
    headerRow: rows[0]?.content.content.every(isHeader) === true,
    headerColumn: rows.every((row) => row.firstChild !== null && isHeader(row.firstChild)),
    canMerge: selection instanceof CellSelection && selection.ranges.length > 1 && editor.can().mergeCells(),
    canSplit: spans && (!(selection instanceof CellSelection) || selection.ranges.length === 1),
    align: typeof align === 'string' ? align : '',
  }
}

const isHeader = ({ type }: Node): boolean => type.name === 'tableHeader'
