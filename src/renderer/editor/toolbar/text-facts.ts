import type { CommandId } from '@shared/commands'
import type { Editor } from '@tiptap/core'

/** Which marks and lists are on where the cursor is. */
export function marksOf(editor: Editor) {
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    strike: editor.isActive('strike'),
    code: editor.isActive('code'),
    link: editor.isActive('link'),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    taskList: editor.isActive('taskList'),
    quote: editor.isActive('blockquote'),
    codeBlock: editor.isActive('codeBlock'),
  }
}

/** Which of the rarer marks are on where the cursor is. */
export function rareMarksOf(editor: Editor) {
  return {
    strike: editor.isActive('strike'),
    code: editor.isActive('code'),
    superscript: editor.isActive('superscript'),
    subscript: editor.isActive('subscript'),
    highlight: editor.isActive('highlight'),
    language: editor.isActive('language'),
  }
}

/** The command that makes a block what the one with the cursor is. */
export function blockOf({ state: { selection } }: Editor): { readonly block: CommandId } {
  const { $from } = selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type, attrs } = $from.node(depth)
    if (type.name === 'heading') return { block: attrs['level'] === 2 ? 'block.heading2' : attrs['level'] === 3 ? 'block.heading3' : 'block.heading4' }
    if (type.name === 'codeBlock') return { block: 'block.code' }
    if (type.name === 'blockquote') return { block: 'block.quote' }
    if (type.name === 'pullQuote') return { block: 'block.pullQuote' }
    if (type.name === 'callout' && depth === $from.depth - 1) return { block: 'block.callout' }
  }
  return { block: 'block.paragraph' }
}
