import type { ChainedCommands, Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { CellSelection, isInTable } from '@tiptap/pm/tables'
import type { CommandHandler, CommandHandlers } from '../../../app/command-registry'
import type { StorySession } from '../../../story/story-session'
import { evenColumns, resizedColumns } from './column-width'

/** What can be done with the table that the cursor is in, each as one step of the history. */
export function tableCommands(session: StorySession, editor: Editor): CommandHandlers {
  const inTable = (): boolean => !editor.isDestroyed && isInTable(editor.state)
  const offer = (how: (chain: ChainedCommands) => ChainedCommands, enabled: () => boolean = () => true): CommandHandler => ({
    enabled: () => inTable() && enabled(),
    run() {
      session.startStep()
      how(editor.chain().focus()).run()
      session.startStep()
    },
  })
  const replace = (changed: () => Transaction | null): CommandHandler => ({
    enabled: inTable,
    run() {
      const tr = changed()
      if (tr === null) return
      session.startStep()
      editor.view.dispatch(tr)
      session.startStep()
      editor.view.focus()
    },
  })
  return {
    'table.rowAbove': offer((chain) => chain.addRowBefore()),
    'table.rowBelow': offer((chain) => chain.addRowAfter()),
    'table.columnBefore': offer((chain) => chain.addColumnBefore()),
    'table.columnAfter': offer((chain) => chain.addColumnAfter()),
    'table.removeRow': offer((chain) => chain.deleteRow()),
    'table.removeColumn': offer((chain) => chain.deleteColumn()),
    'table.remove': offer((chain) => chain.deleteTable()),
    'table.headerRow': offer((chain) => chain.toggleHeaderRow()),
    'table.headerColumn': offer((chain) => chain.toggleHeaderColumn()),
    'table.mergeCells': offer((chain) => chain.mergeCells(), () => editor.state.selection instanceof CellSelection && editor.can().mergeCells()),
    'table.splitCell': offer((chain) => chain.splitCell(), () => editor.can().splitCell()),
    'table.alignLeft': offer((chain) => chain.setCellAttribute('align', 'left')),
    'table.alignCenter': offer((chain) => chain.setCellAttribute('align', 'center')),
    'table.alignRight': offer((chain) => chain.setCellAttribute('align', 'right')),
    'table.columnNarrower': replace(() => resizedColumns(editor.view, -1)),
    'table.columnWider': replace(() => resizedColumns(editor.view, 1)),
    'table.evenColumns': replace(() => evenColumns(editor.state)),
  }
}
