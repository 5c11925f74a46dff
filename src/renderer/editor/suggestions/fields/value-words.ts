import { valueText } from '@shared/redline/value-text'
import { ImageValue, type FieldType, type FieldValue } from '@shared/story/kind'
import { nativeName } from '../../language'
import { dateAndTime, longDate } from '@shared/dates'

/** A field's value in the words in which the form shows it; what a picture shows is told apart from it. */
export function valueWords(type: FieldType, value: FieldValue | null): string {
  if (value === null) return ''
  if (typeof value === 'string') return wordsOfText(type, value)
  if (Array.isArray(value)) return valueText(value, [])
  return 'name' in value ? value.name : wordsOfPicture(ImageValue.parse(value))
}

function wordsOfText(type: FieldType, value: string): string {
  if (type === 'language') return nativeName(value)
  if (type !== 'date' && type !== 'dateTime') return value
  const time = new Date(type === 'date' ? `${value}T00:00Z` : value)
  return Number.isNaN(time.getTime()) ? value : type === 'date' ? longDate(time, 'utc') : dateAndTime(time)
}

function wordsOfPicture({ alt, caption, credit, decorative }: ImageValue): string {
  const lines = [decorative ? 'Decorative' : '', alt === '' ? '' : `Alternative text: ${alt}`, caption === '' ? '' : `Caption: ${caption}`, credit === '' ? '' : `Credit: ${credit}`]
  return lines.filter((line) => line !== '').join('\n')
}

/** The picture that a value is; null when it is none. */
export const pictureIn = (value: FieldValue | null): string | null => (typeof value === 'object' && value !== null && !Array.isArray(value) && !('name' in value) ? value.asset : null)
