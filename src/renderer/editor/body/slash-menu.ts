import type { CommandId } from '@shared/commands'
import { Extension, type Editor } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import { Suggestion, exitSuggestion } from '@tiptap/suggestion'
import { create } from 'zustand'
import { runCommand } from '../../app/command-registry'

/** A kind of block that can be had by typing '/'. */
export interface SlashItem {
  readonly id: CommandId
  readonly label: string
  readonly about: string
  /** Other words that people search it by. */
  readonly also: string
}

export const slashItems: readonly SlashItem[] = [
  { id: 'block.heading2', label: 'Heading', about: 'Starts a section', also: 'h2 title section' },
  { id: 'block.heading3', label: 'Subheading', about: 'Starts a part of a section', also: 'h3 title' },
  { id: 'block.heading4', label: 'Minor heading', about: 'For finer divisions', also: 'h4 title' },
  { id: 'block.paragraph', label: 'Paragraph', about: 'Plain text', also: 'text body' },
  { id: 'block.bulletList', label: 'Bulleted list', about: 'Points in no order', also: 'ul unordered bullets points' },
  { id: 'block.orderedList', label: 'Numbered list', about: 'Steps or a ranking', also: 'ol ordered numbers steps' },
  { id: 'block.quote', label: 'Quote', about: 'Somebody’s words', also: 'blockquote citation' },
  { id: 'insert.image', label: 'Image', about: 'With caption, credit and alternative text', also: 'picture photo figure' },
  { id: 'insert.attachment', label: 'Attachment', about: 'A file to download', also: 'file pdf report document' },
  { id: 'insert.table', label: 'Table', about: 'Rows and columns', also: 'grid cells' },
  { id: 'insert.footnote', label: 'Footnote', about: 'A numbered note', also: 'note reference source' },
  { id: 'insert.rule', label: 'Rule', about: 'A line between sections', also: 'hr divider separator line' },
  { id: 'block.code', label: 'Code block', about: 'Text as it is, in a fixed width', also: 'pre monospace' },
]

/** The blocks that a query fits: those whose name starts with it first, then those that have it anywhere. */
export function matching(query: string): SlashItem[] {
  const wanted = query.trim().toLowerCase()
  const starts = slashItems.filter(({ label }) => label.toLowerCase().startsWith(wanted))
  return [...starts, ...slashItems.filter((item) => !starts.includes(item) && `${item.label} ${item.also}`.toLowerCase().includes(wanted))]
}

interface SlashMenuState {
  readonly editor: Editor | null
  readonly items: readonly SlashItem[]
  readonly index: number
  /** Where the slash stands. */
  readonly from: number
  readonly choose: (item: SlashItem) => void
}

const closed: SlashMenuState = { editor: null, items: [], index: 0, from: 0, choose: () => undefined }

/** The open slash menu; its `editor` is null while there is none. */
export const useSlashMenu = create<SlashMenuState>(() => closed)

const key = new PluginKey('slashMenu')

/** Opens a list of blocks at a '/' that starts a word, and puts the chosen one in its place. */
export const slashMenu = Extension.create({
  name: 'slashMenu',
  addProseMirrorPlugins() {
    return [
      Suggestion<SlashItem, SlashItem>({
        editor: this.editor,
        pluginKey: key,
        char: '/',
        allow: ({ state, range }) => state.doc.resolve(range.from).parent.type.name === 'paragraph',
        items: ({ query }) => matching(query),
        command: ({ editor, range, props }) => {
          editor.chain().focus().deleteRange(range).run()
          runCommand(props.id)
        },
        render: () => ({
          onStart: ({ editor, items, range, command }) => useSlashMenu.setState({ editor, items, index: 0, from: range.from, choose: command }),
          onUpdate: ({ items, range, command }) => useSlashMenu.setState({ items, index: 0, from: range.from, choose: command }),
          onKeyDown: ({ event, view }) => hear(event, () => exitSuggestion(view, key)),
          onExit: () => useSlashMenu.setState(closed),
        }),
      }),
    ]
  },
})

function hear(event: KeyboardEvent, leave: () => void): boolean {
  const { items, index, choose } = useSlashMenu.getState()
  const item = items[index]
  switch (event.key) {
    case 'Escape':
      leave()
      return true
    case 'ArrowDown':
    case 'ArrowUp':
      if (items.length === 0) return false
      useSlashMenu.setState({ index: (index + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length })
      return true
    case 'Enter':
    case 'Tab':
      if (item === undefined) return false
      choose(item)
      return true
    default:
      return false
  }
}
