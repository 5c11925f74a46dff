import type { Extensions } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { StarterKit } from '@tiptap/starter-kit'
import { isSafeLinkAddress } from './link-address'
import { Attachment } from './nodes/attachment'
import { ButtonCall, Embed, RelatedStories, RelatedStory } from './nodes/cards'
import { Figure, Gallery } from './nodes/figure'
import { Footnote } from './nodes/footnote'
import { Highlight, PhraseLanguage, Subscript, Superscript } from './nodes/marks'
import { Callout, PullQuote } from './nodes/quotes'
import { Deleted, Inserted, Restyled, SuggestedNodes, withSuggestions } from './nodes/suggestions'
import { CaptionedTable, TableCell, TableHeader, TableRow } from './nodes/tables'

/**
 * The story document's one definition: nodes, marks and how HTML becomes them. The editor adds views
 * and keys to these; main, import, preview and export use the schema alone. What it can't say
 * (scripts, styles, event handlers, unsafe addresses) can't get into a story.
 */
export const documentExtensions: Extensions = [
  Inserted,
  Deleted,
  Restyled,
  SuggestedNodes,
  StarterKit.extend({
    addExtensions() {
      return withSuggestions(this.parent?.() ?? [])
    },
  }).configure({
    heading: { levels: [2, 3, 4] },
    link: {
      openOnClick: false,
      autolink: true,
      defaultProtocol: 'https',
      HTMLAttributes: { target: null, rel: null, class: null },
      isAllowedUri: (address) => isSafeLinkAddress(address),
    },
    undoRedo: false,
    trailingNode: false,
    dropcursor: false,
    gapcursor: false,
  }),
  CaptionedTable.configure({ resizable: false }),
  TableRow,
  TableHeader,
  TableCell,
  TaskList,
  TaskItem.configure({ nested: true }),
  Figure,
  Gallery,
  Attachment,
  Footnote,
  PullQuote,
  Callout,
  ButtonCall,
  Embed,
  RelatedStories,
  RelatedStory,
  Subscript,
  Superscript,
  Highlight,
  PhraseLanguage,
]
