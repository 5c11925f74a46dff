import { bodyWithSuggestions } from '@shared/document/normalise'
import { storyBody } from '@shared/story/story-doc'
import { openSuggestions } from '@shared/suggestions/open-suggestions'
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import type { StorySession } from '../../story/story-session'

/** How many suggestions are open about the text of a story. */
export function countSuggestions(session: StorySession): number {
  session.settle()
  return openSuggestions(bodyWithSuggestions(yXmlFragmentToProsemirrorJSON(storyBody(session.doc)))).length
}
