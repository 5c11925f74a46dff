/** The menus of the native menu bar, from left to right. */
export const menuNames = ['File', 'Edit', 'View', 'Story', 'Format', 'Insert', 'Table', 'Help'] as const
export type MenuName = (typeof menuNames)[number]

/** Something that a person can make the app do: once here, shown in menu, palette, shortcuts and tooltips alike. */
export interface Command {
  readonly id: string
  /** As the menu and the palette show it. */
  readonly label: string
  readonly menu: MenuName
  /** Shortcut as an Electron accelerator, such as `CmdOrCtrl+Shift+P`. */
  readonly keys?: string
  /** Starts a group in its menu. */
  readonly separated?: boolean
}

export const commands = [
  { id: 'story.new', label: 'New story…', menu: 'File', keys: 'CmdOrCtrl+N' },
  { id: 'desk.new', label: 'New desk…', menu: 'File', separated: true },
  { id: 'desk.open', label: 'Open desk…', menu: 'File', keys: 'CmdOrCtrl+O' },
  { id: 'desk.sample', label: 'Open the sample desk', menu: 'File' },
  { id: 'desk.close', label: 'Close desk', menu: 'File' },
  { id: 'stories.import', label: 'Import stories…', menu: 'File', separated: true },
  { id: 'stories.export', label: 'Export approved stories…', menu: 'File', keys: 'CmdOrCtrl+Shift+E' },
  { id: 'assets.open', label: 'Asset library…', menu: 'File', keys: 'CmdOrCtrl+Shift+L' },
  { id: 'desk.verify', label: 'Verify desk', menu: 'File' },
  { id: 'settings.open', label: 'Settings…', menu: 'File', keys: 'CmdOrCtrl+,', separated: true },

  { id: 'edit.undo', label: 'Undo', menu: 'Edit', keys: 'CmdOrCtrl+Z' },
  { id: 'edit.redo', label: 'Redo', menu: 'Edit', keys: 'CmdOrCtrl+Shift+Z' },
  { id: 'edit.find', label: 'Find in the story…', menu: 'Edit', keys: 'CmdOrCtrl+F', separated: true },
  { id: 'edit.replace', label: 'Find and replace…', menu: 'Edit', keys: 'CmdOrCtrl+Alt+R' },
  { id: 'edit.findNext', label: 'Find next', menu: 'Edit', keys: 'F3' },
  { id: 'edit.findPrevious', label: 'Find previous', menu: 'Edit', keys: 'Shift+F3' },
  { id: 'desk.find', label: 'Find across the desk…', menu: 'Edit', keys: 'CmdOrCtrl+Alt+Shift+F' },
  { id: 'stories.search', label: 'Search stories', menu: 'Edit', keys: 'CmdOrCtrl+Shift+F' },

  { id: 'palette.open', label: 'Command palette…', menu: 'View', keys: 'CmdOrCtrl+Shift+P' },
  { id: 'view.myDrafts', label: 'My drafts', menu: 'View', keys: 'CmdOrCtrl+1', separated: true },
  { id: 'view.forMyReview', label: 'For my review', menu: 'View', keys: 'CmdOrCtrl+2' },
  { id: 'view.changesRequested', label: 'Changes requested', menu: 'View', keys: 'CmdOrCtrl+3' },
  { id: 'view.approved', label: 'Approved', menu: 'View', keys: 'CmdOrCtrl+4' },
  { id: 'view.published', label: 'Published', menu: 'View', keys: 'CmdOrCtrl+5' },
  { id: 'view.all', label: 'All', menu: 'View', keys: 'CmdOrCtrl+6' },
  { id: 'view.archived', label: 'Archive', menu: 'View', keys: 'CmdOrCtrl+7' },
  { id: 'pane.sidebar', label: 'Show or hide the sidebar', menu: 'View', keys: 'CmdOrCtrl+Alt+S', separated: true },
  { id: 'pane.inspector', label: 'Show or hide the inspector', menu: 'View', keys: 'CmdOrCtrl+Alt+I' },
  { id: 'inspector.details', label: 'Details', menu: 'View', keys: 'CmdOrCtrl+Alt+1', separated: true },
  { id: 'inspector.review', label: 'Review', menu: 'View', keys: 'CmdOrCtrl+Alt+2' },
  { id: 'inspector.history', label: 'History', menu: 'View', keys: 'CmdOrCtrl+Alt+3' },
  { id: 'inspector.publish', label: 'Publish', menu: 'View', keys: 'CmdOrCtrl+Alt+4' },
  { id: 'view.outline', label: 'Show or hide the outline', menu: 'View', keys: 'CmdOrCtrl+Shift+O', separated: true },
  { id: 'view.focusMode', label: 'Focus mode', menu: 'View', keys: 'CmdOrCtrl+Shift+M' },
  { id: 'view.typewriter', label: 'Typewriter scroll', menu: 'View' },
  { id: 'view.invisibles', label: 'Invisible characters', menu: 'View', keys: 'CmdOrCtrl+Shift+I' },
  { id: 'view.fullScreen', label: 'Full screen', menu: 'View', keys: 'F11' },
  { id: 'theme.light', label: 'Light appearance', menu: 'View', separated: true },
  { id: 'theme.dark', label: 'Dark appearance', menu: 'View' },
  { id: 'theme.system', label: 'Appearance as in the system', menu: 'View' },

  { id: 'story.next', label: 'Next story', menu: 'Story', keys: 'Alt+Down' },
  { id: 'story.previous', label: 'Previous story', menu: 'Story', keys: 'Alt+Up' },
  { id: 'story.preview', label: 'Preview', menu: 'Story', keys: 'CmdOrCtrl+P', separated: true },
  { id: 'story.comment', label: 'Comment…', menu: 'Story', keys: 'CmdOrCtrl+Alt+M' },
  { id: 'story.submit', label: 'Submit for review…', menu: 'Story', keys: 'CmdOrCtrl+Enter', separated: true },
  { id: 'story.approve', label: 'Approve…', menu: 'Story', keys: 'CmdOrCtrl+Shift+Enter' },
  { id: 'story.requestChanges', label: 'Request changes…', menu: 'Story' },
  { id: 'story.withdraw', label: 'Withdraw from review', menu: 'Story' },
  { id: 'story.publish', label: 'Publish…', menu: 'Story', keys: 'CmdOrCtrl+Shift+U', separated: true },
  { id: 'story.translate', label: 'Translate into…', menu: 'Story', separated: true },
  { id: 'story.linkTranslation', label: 'Link as a translation of…', menu: 'Story' },
  { id: 'story.unlinkTranslation', label: 'Unlink from its translations', menu: 'Story' },
  { id: 'story.changeKind', label: 'Change kind…', menu: 'Story' },
  { id: 'story.archive', label: 'Archive', menu: 'Story', separated: true },
  { id: 'story.unarchive', label: 'Take out of the archive', menu: 'Story' },
  { id: 'member.switch', label: 'Act as another member…', menu: 'Story', separated: true },

  { id: 'format.bold', label: 'Bold', menu: 'Format', keys: 'CmdOrCtrl+B' },
  { id: 'format.italic', label: 'Italic', menu: 'Format', keys: 'CmdOrCtrl+I' },
  { id: 'format.underline', label: 'Underline', menu: 'Format', keys: 'CmdOrCtrl+U' },
  { id: 'format.strike', label: 'Strikethrough', menu: 'Format', keys: 'CmdOrCtrl+Shift+S' },
  { id: 'format.code', label: 'Code', menu: 'Format', keys: 'CmdOrCtrl+E' },
  { id: 'format.superscript', label: 'Superscript', menu: 'Format', keys: 'CmdOrCtrl+.' },
  { id: 'format.subscript', label: 'Subscript', menu: 'Format', keys: 'CmdOrCtrl+Shift+,' },
  { id: 'format.highlight', label: 'Highlight', menu: 'Format', keys: 'CmdOrCtrl+Shift+H' },
  { id: 'format.language', label: 'Language of the words…', menu: 'Format', keys: 'CmdOrCtrl+Alt+L' },
  { id: 'format.link', label: 'Link…', menu: 'Format', keys: 'CmdOrCtrl+K' },
  { id: 'format.clear', label: 'Clear formatting', menu: 'Format' },
  { id: 'block.paragraph', label: 'Paragraph', menu: 'Format', keys: 'CmdOrCtrl+Alt+0', separated: true },
  { id: 'block.heading2', label: 'Heading', menu: 'Format', keys: 'CmdOrCtrl+Shift+2' },
  { id: 'block.heading3', label: 'Subheading', menu: 'Format', keys: 'CmdOrCtrl+Shift+3' },
  { id: 'block.heading4', label: 'Minor heading', menu: 'Format', keys: 'CmdOrCtrl+Shift+4' },
  { id: 'block.bulletList', label: 'Bulleted list', menu: 'Format', keys: 'CmdOrCtrl+Shift+8' },
  { id: 'block.orderedList', label: 'Numbered list', menu: 'Format', keys: 'CmdOrCtrl+Shift+7' },
  { id: 'block.taskList', label: 'Task list', menu: 'Format', keys: 'CmdOrCtrl+Shift+9' },
  { id: 'block.quote', label: 'Quote', menu: 'Format', keys: 'CmdOrCtrl+Shift+B' },
  { id: 'block.pullQuote', label: 'Pull quote', menu: 'Format' },
  { id: 'block.callout', label: 'Callout', menu: 'Format' },
  { id: 'block.code', label: 'Code block', menu: 'Format', keys: 'CmdOrCtrl+Alt+C' },
  { id: 'list.toggleTask', label: 'Tick or untick the task', menu: 'Format', keys: 'CmdOrCtrl+L', separated: true },
  { id: 'list.start', label: 'Number the list from…', menu: 'Format' },
  { id: 'block.options', label: 'Options of the block', menu: 'Format', keys: 'CmdOrCtrl+Alt+O' },
  { id: 'block.moveUp', label: 'Move block up', menu: 'Format', keys: 'Alt+Shift+Up', separated: true },
  { id: 'block.moveDown', label: 'Move block down', menu: 'Format', keys: 'Alt+Shift+Down' },
  { id: 'block.duplicate', label: 'Duplicate block', menu: 'Format', keys: 'CmdOrCtrl+Shift+D' },
  { id: 'block.delete', label: 'Delete block', menu: 'Format', keys: 'CmdOrCtrl+Shift+Backspace' },
  { id: 'block.select', label: 'Select block', menu: 'Format' },
  { id: 'block.menu', label: 'Block menu…', menu: 'Format', keys: 'CmdOrCtrl+J' },
  { id: 'insert.image', label: 'Insert image…', menu: 'Insert' },
  { id: 'insert.gallery', label: 'Insert gallery…', menu: 'Insert' },
  { id: 'insert.attachment', label: 'Insert attachment…', menu: 'Insert' },
  { id: 'insert.table', label: 'Insert table', menu: 'Insert' },
  { id: 'insert.rule', label: 'Insert rule', menu: 'Insert' },
  { id: 'insert.button', label: 'Insert button', menu: 'Insert', separated: true },
  { id: 'insert.subscribe', label: 'Insert call to subscribe', menu: 'Insert' },
  { id: 'insert.embed', label: 'Insert embed', menu: 'Insert' },
  { id: 'insert.relatedStories', label: 'Insert related stories', menu: 'Insert' },
  { id: 'insert.footnote', label: 'Insert footnote', menu: 'Insert', keys: 'CmdOrCtrl+Alt+F', separated: true },
  { id: 'footnote.next', label: 'Go to the next footnote', menu: 'Insert', keys: 'CmdOrCtrl+Alt+N' },
  { id: 'footnote.previous', label: 'Go to the previous footnote', menu: 'Insert', keys: 'CmdOrCtrl+Alt+Shift+N' },
  { id: 'insert.specialCharacter', label: 'Insert special character…', menu: 'Insert', keys: 'CmdOrCtrl+Shift+Y', separated: true },
  { id: 'table.rowAbove', label: 'Row above', menu: 'Table' },
  { id: 'table.rowBelow', label: 'Row below', menu: 'Table' },
  { id: 'table.columnBefore', label: 'Column before', menu: 'Table' },
  { id: 'table.columnAfter', label: 'Column after', menu: 'Table' },
  { id: 'table.removeRow', label: 'Remove row', menu: 'Table', separated: true },
  { id: 'table.removeColumn', label: 'Remove column', menu: 'Table' },
  { id: 'table.remove', label: 'Remove table', menu: 'Table' },
  { id: 'table.headerRow', label: 'Header row', menu: 'Table', separated: true },
  { id: 'table.headerColumn', label: 'Header column', menu: 'Table' },
  { id: 'table.mergeCells', label: 'Merge cells', menu: 'Table', separated: true },
  { id: 'table.splitCell', label: 'Split cell', menu: 'Table' },
  { id: 'table.alignLeft', label: 'Align cells left', menu: 'Table', separated: true },
  { id: 'table.alignCenter', label: 'Centre cells', menu: 'Table' },
  { id: 'table.alignRight', label: 'Align cells right', menu: 'Table' },
  { id: 'table.columnNarrower', label: 'Narrower column', menu: 'Table', keys: 'Alt+Shift+Left', separated: true },
  { id: 'table.columnWider', label: 'Wider column', menu: 'Table', keys: 'Alt+Shift+Right' },
  { id: 'table.evenColumns', label: 'Columns as wide as their words', menu: 'Table' },
  { id: 'typography.smart', label: 'Smart quotes and dashes', menu: 'Format' },
  { id: 'insert.pastePlain', label: 'Paste as plain text', menu: 'Edit', keys: 'CmdOrCtrl+Shift+V' },

  { id: 'help.shortcuts', label: 'Keyboard shortcuts', menu: 'Help', keys: 'CmdOrCtrl+/' },
  { id: 'help.about', label: 'About Copydesk', menu: 'Help' },
] as const satisfies readonly Command[]

export type CommandId = (typeof commands)[number]['id']

/** The command of an id, or undefined when there is none. */
export function commandNamed(id: string): (Command & { readonly id: CommandId }) | undefined {
  return commands.find((command) => command.id === id)
}
