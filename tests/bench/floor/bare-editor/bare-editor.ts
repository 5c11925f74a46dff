import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import { Editor, Node } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'

/** The simplest footnote that there can be: its words, where it is called. */
const Footnote = Node.create({ name: 'footnote', group: 'inline', inline: true, content: 'text*', renderHTML: () => ['small', 0] })

let stored = ''
let editor: Editor | null = null

/** TipTap as its own documentation sets it up, and nothing else: the floor of opening, typing and memory. */
function open(): void {
  editor?.destroy()
  editor = new Editor({
    element: document.getElementById('editor'),
    content: JSON.parse(stored),
    extensions: [StarterKit, Footnote],
    editorProps: { attributes: { 'aria-label': 'Story body', role: 'textbox' } },
  })
}

document.getElementById('open')?.addEventListener('click', open)
Object.assign(globalThis, { store: (json: string) => void (stored = json) })
