import { authorsIn } from '@shared/history/authorship'
import { authorsOfField, type FieldAuthors } from '@shared/history/field-authors'
import { allFields, type FieldDefinition } from '@shared/story/kind'
import { storyFields } from '@shared/story/story-doc'
import type { DeskInfo } from '@shared/ipc'
import type { StorySession } from '../../story/story-session'
import { dayAndMonth } from '../../ui/dates'
import { nameOf } from '../../views/review/people'
import { sharesIn, sharesLine } from './author-words'

/** A field of a story, also one that its kind no longer has. */
export function fieldNamed({ kind, doc }: StorySession, id: string): Pick<FieldDefinition, 'id' | 'type' | 'label'> {
  const field = allFields(kind).find((one) => one.id === id)
  return field ?? { id, label: 'a field of earlier', type: storyFields(doc).has(id) ? 'list' : 'text' }
}

/** Who wrote a field as it stands. */
export function fieldAuthors(session: StorySession, id: string): FieldAuthors {
  session.settle()
  return authorsOfField(session.doc, fieldNamed(session, id), authorsIn(session.doc))
}

/** Who wrote a field, in a line: ‘Set by Ana, 3 Nov’; empty for one that says nothing. */
export function fieldLine(authors: FieldAuthors, people: Pick<DeskInfo, 'members' | 'guests'>): string {
  if (authors.in === 'nothing') return ''
  if (authors.in === 'words') return sharesLine(sharesIn(authors.runs), people)
  const { who } = authors
  if (who === null) return 'Set before authorship was kept'
  return `${who.imported === true ? 'Imported' : 'Set'} by ${nameOf(people, who.by)}, ${dayAndMonth(who.at)}`
}
