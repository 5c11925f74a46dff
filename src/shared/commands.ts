/** The menus of the native menu bar, from left to right. */
export const menuNames = ['File', 'Edit', 'View', 'Story', 'Format', 'Help'] as const
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
  { id: 'format.strike', label: 'Strikethrough', menu: 'Format', keys: 'CmdOrCtrl+Shift+S' },
  { id: 'format.code', label: 'Code', menu: 'Format', keys: 'CmdOrCtrl+E' },
  { id: 'format.link', label: 'Link…', menu: 'Format', keys: 'CmdOrCtrl+K' },
  { id: 'format.clear', label: 'Clear formatting', menu: 'Format' },
  { id: 'block.paragraph', label: 'Paragraph', menu: 'Format', keys: 'CmdOrCtrl+Alt+0', separated: true },
  { id: 'block.heading2', label: 'Heading', menu: 'Format', keys: 'CmdOrCtrl+Shift+2' },
  { id: 'block.heading3', label: 'Subheading', menu: 'Format', keys: 'CmdOrCtrl+Shift+3' },
  { id: 'block.heading4', label: 'Minor heading', menu: 'Format', keys: 'CmdOrCtrl+Shift+4' },
  { id: 'block.bulletList', label: 'Bulleted list', menu: 'Format', keys: 'CmdOrCtrl+Shift+8' },
  { id: 'block.orderedList', label: 'Numbered list', menu: 'Format', keys: 'CmdOrCtrl+Shift+7' },
  { id: 'block.quote', label: 'Quote', menu: 'Format', keys: 'CmdOrCtrl+Shift+B' },
  { id: 'block.code', label: 'Code block', menu: 'Format', keys: 'CmdOrCtrl+Alt+C' },
  { id: 'block.moveUp', label: 'Move block up', menu: 'Format', keys: 'Alt+Shift+Up', separated: true },
  { id: 'block.moveDown', label: 'Move block down', menu: 'Format', keys: 'Alt+Shift+Down' },
  { id: 'block.duplicate', label: 'Duplicate block', menu: 'Format', keys: 'CmdOrCtrl+Shift+D' },
  { id: 'block.delete', label: 'Delete block', menu: 'Format', keys: 'CmdOrCtrl+Shift+Backspace' },
  { id: 'block.select', label: 'Select block', menu: 'Format' },
  { id: 'block.menu', label: 'Block menu…', menu: 'Format', keys: 'CmdOrCtrl+J' },
  { id: 'insert.image', label: 'Insert image…', menu: 'Format', separated: true },
  { id: 'insert.attachment', label: 'Insert attachment…', menu: 'Format' },
  { id: 'insert.table', label: 'Insert table', menu: 'Format' },
  { id: 'insert.footnote', label: 'Insert footnote', menu: 'Format', keys: 'CmdOrCtrl+Alt+F' },
  { id: 'insert.rule', label: 'Insert rule', menu: 'Format' },
  { id: 'insert.specialCharacter', label: 'Insert special character…', menu: 'Format', keys: 'CmdOrCtrl+Shift+Y' },
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
