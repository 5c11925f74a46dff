import { FileValue, ImageValue, storiesOf, wordsOf, type FieldDefinition, type FieldValues } from './kind'

/** Fields that lists and search have a place of their own for. */
const elsewhere = new Set(['headline', 'summary', 'slug'])

/** What a story's fields say in words, line by line, for search: texts, names, choices, headlines of stories, words of images and files. */
export function fieldWords(fields: readonly FieldDefinition[], values: FieldValues): string {
  return fields
    .filter(({ id }) => !elsewhere.has(id) && values[id] !== undefined)
    .map((field) => wordsIn(field, values))
    .filter((words) => words !== '')
    .join('\n')
}

function wordsIn({ id, type }: FieldDefinition, values: FieldValues): string {
  const value = values[id]
  switch (type) {
    case 'text':
    case 'longText':
    case 'choice':
    case 'address':
      return typeof value === 'string' ? value : ''
    case 'choices':
    case 'list':
    case 'person':
    case 'place':
      return wordsOf(value).join('\n')
    case 'story':
      return storiesOf(value).map(({ headline }) => headline).join('\n')
    case 'image': {
      const image = ImageValue.safeParse(value)
      return image.success ? [image.data.alt, image.data.caption, image.data.credit].filter((words) => words !== '').join('\n') : ''
    }
    case 'file': {
      const file = FileValue.safeParse(value)
      return file.success ? file.data.name : ''
    }
    case 'slug':
    case 'date':
    case 'dateTime':
    case 'language':
      return ''
  }
}
