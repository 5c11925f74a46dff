import { languageName } from '../reader/language-name'
import { FileValue, ImageValue, type FieldType, type FieldValue } from '../story/kind'
import type { RevisionAsset } from '../story/revision'
import { longDate } from '../dates'

/**
 * A field's value as a person reads it: days, moments and languages in words, lists and stories with commas, images and files
 * by their names, line by line.
 * @param type Of the field; without it a text is told as it is.
 */
export function valueText(value: FieldValue | null, assets: readonly RevisionAsset[], type?: FieldType): string {
  if (value === null) return ''
  if (typeof value === 'string') return textIn(value, type)
  if (Array.isArray(value)) return listText(value.map((entry) => (typeof entry === 'string' ? entry : entry.headline || 'A story without a headline')))
  const image = ImageValue.safeParse(value)
  return image.success && !('name' in value) ? imageText(image.data, assets) : FileValue.parse(value).name
}

function textIn(value: string, type: FieldType | undefined): string {
  if (type === 'date') return dayText(value)
  if (type === 'dateTime') return momentText(value)
  return type === 'language' ? languageName(value) : value
}

/** ‘12 March 2026’; what is no day as it is written. */
function dayText(value: string): string {
  const time = Date.parse(`${value}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(time) ? longDate(new Date(time), 'utc') : value
}

/** ‘12 March 2026, 14:30 (UTC+02:00)’: the clock of the place that it was written for. */
function momentText(value: string): string {
  const [, date, time, zone] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::00(?:\.0+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(value) ?? []
  if (date === undefined || time === undefined) return value
  return `${dayText(date)}, ${time}${zone === undefined ? '' : ` (UTC${zone === 'Z' || zone === '+00:00' ? '' : zone})`}`
}

/** Entries that have commas themselves, such as ‘Lisbon, Portugal’, are told apart by more than a comma. */
const listText = (entries: readonly string[]): string => entries.join(entries.some((entry) => entry.includes(',')) ? '; ' : ', ')

function imageText({ asset, alt, caption, credit, decorative, focus }: ImageValue, assets: readonly RevisionAsset[]): string {
  const lines = [
    assetText(asset, assets),
    decorative ? 'Decorative' : '',
    alt === '' ? '' : `Alternative text: ${alt}`,
    caption === '' ? '' : `Caption: ${caption}`,
    credit === '' ? '' : `Credit: ${credit}`,
    focus === undefined ? '' : `Focal point: ${focus.x} % from the left, ${focus.y} % from the top`,
  ]
  return lines.filter((line) => line !== '').join('\n')
}

/** An asset's name. */
export const assetText = (asset: string, assets: readonly RevisionAsset[]): string => assets.find(({ hash }) => hash === asset)?.name ?? 'A file without a name'

/** What two values are called that differ and read alike: two files of one name, two stories of one headline. */
export function toldApart(before: string, after: string, what: string): { readonly before: string; readonly after: string } {
  return { before, after: before === after ? `${after} (${what})` : after }
}
