import type { CommandId } from '@shared/commands'
import { FileCode, GalleryHorizontalEnd, Heading2, Heading3, Heading4, Image, Info, List, ListOrdered, ListTodo, Mail, Minus, Newspaper, Paperclip, Pilcrow, Quote, RectangleHorizontal, Superscript, Table, TextQuote, Video, type LucideIcon } from 'lucide-react'

/** The icon of each block, the same wherever it is offered. */
export const blockIcons: { readonly [Id in CommandId]?: LucideIcon } = {
  'block.heading2': Heading2,
  'block.heading3': Heading3,
  'block.heading4': Heading4,
  'block.paragraph': Pilcrow,
  'block.bulletList': List,
  'block.orderedList': ListOrdered,
  'block.taskList': ListTodo,
  'block.quote': Quote,
  'block.pullQuote': TextQuote,
  'block.callout': Info,
  'block.code': FileCode,
  'insert.image': Image,
  'insert.gallery': GalleryHorizontalEnd,
  'insert.attachment': Paperclip,
  'insert.table': Table,
  'insert.footnote': Superscript,
  'insert.rule': Minus,
  'insert.button': RectangleHorizontal,
  'insert.subscribe': Mail,
  'insert.embed': Video,
  'insert.relatedStories': Newspaper,
}
