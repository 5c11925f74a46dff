import type { FieldType } from '@shared/story/kind'

/** What people call the types of fields, in the order in which they are offered, and what each is for. */
const types: readonly { readonly type: FieldType; readonly label: string; readonly about: string }[] = [
  { type: 'text', label: 'Text', about: 'One line' },
  { type: 'longText', label: 'Long text', about: 'Several lines' },
  { type: 'date', label: 'Date', about: 'A day' },
  { type: 'dateTime', label: 'Date and time', about: 'A moment, with its time zone' },
  { type: 'choice', label: 'Choice', about: 'One of some options' },
  { type: 'choices', label: 'Several choices', about: 'Any of some options' },
  { type: 'person', label: 'People', about: 'Names, completed as one types' },
  { type: 'place', label: 'Places', about: 'Names of places, completed as one types' },
  { type: 'list', label: 'List of words', about: 'Such as topics, completed as one types' },
  { type: 'address', label: 'Web address', about: 'An http or https address' },
  { type: 'image', label: 'Image', about: 'With its alternative text' },
  { type: 'file', label: 'File', about: 'Such as a PDF' },
  { type: 'story', label: 'Stories', about: 'Other stories of this desk' },
  { type: 'slug', label: 'Slug', about: 'The last part of the page’s address' },
  { type: 'language', label: 'Language', about: 'The language of the story' },
]

export const typeLabel = (type: FieldType): string => types.find((one) => one.type === type)?.label ?? type

/** A story has one slug and one language: no second one is offered. */
export const addableTypes = types.filter(({ type }) => type !== 'slug' && type !== 'language')
