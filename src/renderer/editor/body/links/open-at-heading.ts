import type { StoryId } from '@shared/story/ids'
import type { Editor } from '@tiptap/core'
import { create } from 'zustand'
import { goToHeading } from './go-to-heading'

/** The heading at which a story is to be shown once it is open. */
const useWanted = create<{ readonly story: StoryId | null; readonly heading: string }>(() => ({ story: null, heading: '' }))

export function openAtHeading(story: StoryId, heading: string): void {
  useWanted.setState({ story, heading })
}

/** Shows the heading that was asked for, if it was this story’s. */
export function showWantedHeading(story: StoryId, editor: Editor): void {
  const wanted = useWanted.getState()
  if (wanted.story !== story) return
  useWanted.setState({ story: null, heading: '' })
  goToHeading(editor, wanted.heading)
}
