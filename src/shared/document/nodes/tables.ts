import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { dataText } from './data-attribute'

/** A table with a caption. Its cells have the widths that someone gave them, in CSS pixels. */
export const CaptionedTable = Table.extend({
  addAttributes() {
    return { ...this.parent?.(), caption: dataText('caption') }
  },
})

export { TableCell, TableHeader, TableRow }
