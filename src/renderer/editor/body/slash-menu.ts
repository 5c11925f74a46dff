import type { CommandId } from '@shared/commands'
import { Extension, type Editor } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import { Suggestion, exitSuggestion } from '@tiptap/suggestion'
import { create } from 'zustand'
import { prefer, useApp } from '../../app/app-store'
import { runCommand } from '../../app/command-registry'

export const slashGroups = ['Recently used', 'Text', 'Lists', 'Quotes and notes', 'Pictures and files', 'Calls and cards'] as const
type SlashGroup = (typeof slashGroups)[number]

/** A kind of block that can be had by typing '/'. */
export interface SlashItem {
  readonly id: CommandId
  readonly label: string
  readonly about: string
  /** Other words that people search it by. */
  readonly also: string
  readonly group: SlashGroup
}

export const slashItems: readonly SlashItem[] = [
  { id: 'block.heading2', label: 'Heading', about: 'Starts a section', also: 'h2 title section', group: 'Text' },
  { id: 'block.heading3', label: 'Subheading', about: 'Starts a part of a section', also: 'h3 title', group: 'Text' },
  { id: 'block.heading4', label: 'Minor heading', about: 'For finer divisions', also: 'h4 title', group: 'Text' },
  { id: 'block.paragraph', label: 'Paragraph', about: 'Plain text', also: 'text body', group: 'Text' },
  { id: 'block.bulletList', label: 'Bulleted list', about: 'Points in no order', also: 'ul unordered bullets points', group: 'Lists' },
  { id: 'block.orderedList', label: 'Numbered list', about: 'Steps or a ranking', also: 'ol ordered numbers steps', group: 'Lists' },
  { id: 'block.taskList', label: 'Task list', about: 'Things to tick off', also: 'todo to-do checkbox checklist check tick', group: 'Lists' },
  { id: 'block.quote', label: 'Quote', about: 'Somebody’s words', also: 'blockquote citation', group: 'Quotes and notes' },
  { id: 'block.pullQuote', label: 'Pull quote', about: 'A sentence lifted out', also: 'pullquote highlight citation', group: 'Quotes and notes' },
  { id: 'block.callout', label: 'Callout', about: 'Set apart from the text', also: 'note tip warning important box aside admonition alert', group: 'Quotes and notes' },
  { id: 'insert.image', label: 'Image', about: 'With caption, credit and alternative text', also: 'picture photo figure', group: 'Pictures and files' },
  { id: 'insert.gallery', label: 'Gallery', about: 'Several images together', also: 'pictures photos images slideshow', group: 'Pictures and files' },
  { id: 'insert.attachment', label: 'Attachment', about: 'A file to download', also: 'file pdf report document', group: 'Pictures and files' },
  { id: 'insert.table', label: 'Table', about: 'Rows and columns', also: 'grid cells spreadsheet', group: 'Text' },
  { id: 'insert.footnote', label: 'Footnote', about: 'A numbered note', also: 'note reference source endnote', group: 'Quotes and notes' },
  { id: 'insert.rule', label: 'Rule', about: 'A line between sections', also: 'hr divider separator line break', group: 'Text' },
  { id: 'block.code', label: 'Code block', about: 'Text as it is, in a fixed width', also: 'pre monospace', group: 'Text' },
  { id: 'insert.button', label: 'Button', about: 'One link that stands out', also: 'call to action cta link', group: 'Calls and cards' },
  { id: 'insert.subscribe', label: 'Call to subscribe', about: 'A button to a newsletter or list', also: 'newsletter sign up signup mail', group: 'Calls and cards' },
  { id: 'insert.embed', label: 'Embed', about: 'A film or a post, as a card', also: 'youtube vimeo video twitter x instagram link card', group: 'Calls and cards' },
  { id: 'insert.relatedStories', label: 'Related stories', about: 'What to read next', also: 'more further reading links', group: 'Calls and cards' },
]

/** The blocks that a query fits: those whose name starts with it first, then those that have it anywhere. */
export function matching(query: string): SlashItem[] {
  const wanted = query.trim().toLowerCase()
  const starts = slashItems.filter(({ label }) => label.toLowerCase().startsWith(wanted))
  return [...starts, ...slashItems.filter((item) => !starts.includes(item) && `${item.label} ${item.also}`.toLowerCase().includes(wanted))]
}

/** All blocks by their groups, those that were used last before them. */
export function offered(recent: readonly string[]): SlashItem[] {
  const used = recent.flatMap((id) => slashItems.find((item) => item.id === id) ?? []).slice(0, 4)
  const others = slashItems.filter((item) => !used.includes(item))
  return [...used.map((item): SlashItem => ({ ...item, group: 'Recently used' })), ...slashGroups.flatMap((group) => others.filter((item) => item.group === group))]
}

/** Remembers a block as the last one that was used. */
function remember(id: CommandId): void {
  const recent = useApp.getState().preferences?.recentBlocks ?? []
  prefer({ recentBlocks: [id, ...recent.filter((other) => other !== id)].slice(0, 8) })
}

interface SlashMenuState {
  readonly editor: Editor | null
  readonly items: readonly SlashItem[]
  readonly index: number
  /** Whether all blocks are shown, by their groups. */
  readonly grouped: boolean
  /** Where the slash stands. */
  readonly from: number
  readonly choose: (item: SlashItem) => void
}

const closed: SlashMenuState = { editor: null, items: [], index: 0, grouped: false, from: 0, choose: () => undefined }

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
        items: ({ query }) => (query === '' ? offered(useApp.getState().preferences?.recentBlocks ?? []) : matching(query)),
        command: ({ editor, range, props }) => {
          editor.chain().focus().deleteRange(range).run()
          remember(props.id)
          runCommand(props.id)
        },
        render: () => ({
          onStart: ({ editor, items, range, query, command }) => useSlashMenu.setState({ editor, items, index: 0, grouped: query === '', from: range.from, choose: command }),
          onUpdate: ({ items, range, query, command }) => useSlashMenu.setState({ items, index: 0, grouped: query === '', from: range.from, choose: command }),
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
