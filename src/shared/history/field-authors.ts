import type * as Y from 'yjs'
import type { FieldDefinition } from '../story/kind'
import { isTextField, readField, storyFields, storyText } from '../story/story-doc'
import type { Authorship, FindAuthors } from './authorship'
import { runsOf, type AuthoredRun } from './blame'
import { letterOfValue } from './letters'

/** Who wrote a field: its words, run by run, or, where it is replaced as a whole, who did that last. A field that says nothing is nobody's. */
export type FieldAuthors = { readonly in: 'words'; readonly runs: readonly AuthoredRun[] } | { readonly in: 'value'; readonly who: Authorship | null } | { readonly in: 'nothing' }

/** Reads who wrote a field of a story, as far as it was noted. */
export function authorsOfField(doc: Y.Doc, field: Pick<FieldDefinition, 'id' | 'type'>, find: FindAuthors): FieldAuthors {
  if (isTextField(field.type)) {
    const runs = runsOf([storyText(doc, field.id)], find)
    return runs.length === 0 ? { in: 'nothing' } : { in: 'words', runs }
  }
  const letter = readField(doc, field) === undefined ? null : letterOfValue(storyFields(doc), field.id)
  return letter === null ? { in: 'nothing' } : { in: 'value', who: find(letter, 1)[0]?.who ?? null }
}
