import type { CommandId } from '@shared/commands'

/** What words can be turned into, in the order in which menus offer it: each by its command, which acts on the selected blocks. */
export const turnInto = [
  'block.paragraph',
  'block.heading2',
  'block.heading3',
  'block.heading4',
  'block.bulletList',
  'block.orderedList',
  'block.taskList',
  'block.quote',
  'block.pullQuote',
  'block.callout',
  'block.code',
] as const satisfies readonly CommandId[]
