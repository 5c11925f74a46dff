import type { Editor } from '@tiptap/core'
import { flushSync } from 'react-dom'
import { leaveFootnote } from './footnote-keys'
import { enterControls } from './card-keys'
import { insertBlock } from './insert-block'

/** Puts an empty card where the cursor is, and the focus into the first of its fields. */
export function insertCard(editor: Editor, startStep: () => void, type: 'button' | 'embed' | 'relatedStories', attributes: Readonly<Record<string, unknown>> = {}): void {
  leaveFootnote(editor)
  const node = editor.schema.nodes[type]?.create(attributes)
  if (node === undefined) return
  startStep()
  insertBlock(editor, editor.state.selection.to, node)
  startStep()
  // Drawn at once: the next key is meant for the card.
  flushSync(() => undefined)
  enterControls(editor)
}
