import { Editor } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'

/** TipTap as its own documentation sets it up, and nothing else: the floor of typing. */
const editor = new Editor({ element: document.getElementById('editor'), extensions: [StarterKit], editorProps: { attributes: { 'aria-label': 'Story body', role: 'textbox' } } })

Object.assign(globalThis, {
  fill: (html: string) => {
    editor.commands.setContent(html)
    editor.commands.focus('end')
  },
})
