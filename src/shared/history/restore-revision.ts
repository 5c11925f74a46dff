import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { normaliseBody } from '../document/normalise'
import { documentSchema } from '../document/schema'
import type { FieldDefinition } from '../story/kind'
import type { Revision } from '../story/revision'
import { isTextField, readField, storyBody, storyText, writeField } from '../story/story-doc'
import { makeAlike } from './make-alike'
import { replaceWords } from './make-text-alike'

/**
 * Makes a story what one of its revisions was, field by field and word by word; what is the same stays untouched, and with it the
 * suggestions that are open about it. The story's kind is not the window's to change: a revision of another kind first needs that one.
 * @param fields All fields of the kind, those that were removed as well: the revision covers them.
 */
export function restoreRevision(doc: Y.Doc, revision: Revision, fields: readonly Pick<FieldDefinition, 'id' | 'type'>[]): void {
  for (const field of fields) restoreField(doc, field, revision.fields[field.id])
  const wanted = new Y.Doc()
  prosemirrorJSONToYXmlFragment(documentSchema, revision.body, storyBody(wanted))
  makeAlike(storyBody(doc), storyBody(wanted), 'stay')
  if (!stands(doc, revision)) makeAlike(storyBody(doc), storyBody(wanted), 'go')
  wanted.destroy()
}

/** Whether the body of a story, without what is suggested for it, is that of a revision. */
function stands(doc: Y.Doc, { body }: Revision): boolean {
  const now = normaliseBody(yXmlFragmentToProsemirrorJSON(storyBody(doc)))
  return JSON.stringify(now) === JSON.stringify(normaliseBody(body))
}

function restoreField(doc: Y.Doc, field: Pick<FieldDefinition, 'id' | 'type'>, value: Revision['fields'][string] | undefined): void {
  if (JSON.stringify(readField(doc, field)) === JSON.stringify(value)) return
  if (isTextField(field.type)) replaceWords(storyText(doc, field.id), typeof value === 'string' ? value : '')
  else writeField(doc, field, value)
}
