import { prosemirrorToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { documentSchema } from '../../src/shared/document/schema'
import { DocumentNode } from '../../src/shared/story/revision'
import { storyBody, storyText } from '../../src/shared/story/story-doc'
import { edited } from './redline'
import { longStory } from './sample-text'

/** All that makes a new story one of so many words, ready to be submitted. */
export function longStoryUpdate(words: number): Uint8Array {
  const doc = new Y.Doc()
  storyText(doc, 'summary').insert(0, 'What mayors of nine port cities agreed about housing for newcomers.')
  prosemirrorToYXmlFragment(documentSchema.nodeFromJSON(longStory(words)), storyBody(doc))
  return Y.encodeStateAsUpdate(doc)
}

/** The update that makes of a story what an editor left of it after a day. @param update The whole story. */
export function editsOf(update: Uint8Array): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const before = Y.encodeStateVector(doc)
  const body = DocumentNode.parse(yXmlFragmentToProsemirrorJSON(storyBody(doc)))
  prosemirrorToYXmlFragment(documentSchema.nodeFromJSON(edited(body)), storyBody(doc))
  return Y.encodeStateAsUpdate(doc, before)
}
