import { FileValue, ImageValue, type FieldValue } from '../story/kind'
import type { RevisionAsset } from '../story/revision'

/** A field's value as a person reads it: lists and stories with commas, images and files line by line. */
export function valueText(value: FieldValue | null, assets: readonly RevisionAsset[]): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((entry) => (typeof entry === 'string' ? entry : entry.headline)).join(', ')
  const image = ImageValue.safeParse(value)
  return image.success && !('name' in value) ? imageText(image.data, assets) : fileText(FileValue.parse(value))
}

function imageText({ asset, alt, caption, credit, decorative }: ImageValue, assets: readonly RevisionAsset[]): string {
  const lines = [
    assetText(asset, assets),
    decorative ? 'Decorative' : '',
    alt === '' ? '' : `Alternative text: ${alt}`,
    caption === '' ? '' : `Caption: ${caption}`,
    credit === '' ? '' : `Credit: ${credit}`,
  ]
  return lines.filter((line) => line !== '').join('\n')
}

const fileText = ({ asset, name }: FileValue): string => `${name} (${asset.slice(0, 12)})`

/** An asset's name, with the start of its hash: two files of one name are two files. */
export function assetText(asset: string, assets: readonly RevisionAsset[]): string {
  const known = assets.find(({ hash }) => hash === asset)
  return known === undefined ? asset.slice(0, 12) : `${known.name} (${asset.slice(0, 12)})`
}
