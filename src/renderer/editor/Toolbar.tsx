import type { Editor } from '@tiptap/core'
import type { StorySession } from '../story/story-session'

export function Toolbar(_: { readonly editor: Editor; readonly session: StorySession }) {
  return <div role="toolbar" aria-label="Formatting" className="toolbar" />
}
