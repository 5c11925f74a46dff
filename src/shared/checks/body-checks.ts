import { AssetHash } from '../story/ids'
import { FileValue, ImageValue } from '../story/kind'
import { plainText } from '../story/text'
import { inField, type Check, type Found, type PreflightInput } from './check'
import { inBody, textAttribute, walk, type Placed } from './walk'

/** What is looked at in the text itself. */
export const bodyChecks: readonly Check[] = [
  { id: 'alt-text', label: 'Alternative text of images', severity: 'blocker', find: findAltText },
  { id: 'missing-file', label: 'Images and attachments without a file', severity: 'blocker', find: findMissingFiles },
  { id: 'heading-order', label: 'Order of headings', severity: 'warning', find: findHeadingOrder },
  { id: 'empty-heading', label: 'Empty headings', severity: 'warning', find: findEmptyHeadings },
  { id: 'footnote', label: 'Empty footnotes', severity: 'blocker', find: findEmptyFootnotes },
]

const ofType = ({ body }: PreflightInput, type: string): Placed[] => walk(body).filter(({ node }) => node.type === type)

const needsAlt = 'Say in words what it shows, or mark it as decorative.'

function findAltText(input: PreflightInput): Found[] {
  const figures = ofType(input, 'figure')
    .filter(({ node }) => node.attrs?.['decorative'] !== true && textAttribute(node, 'alt') === '')
    .map((placed) => ({ message: 'An image has no alternative text.', place: inBody(placed, textAttribute(placed.node, 'caption') || 'Image'), fix: needsAlt }))
  const fields = input.kind.fields
    .filter(({ type }) => type === 'image')
    .flatMap(({ id, label }) => {
      const image = ImageValue.safeParse(input.fields[id])
      const fine = !image.success || image.data.decorative || image.data.alt.trim() !== ''
      return fine ? [] : [{ message: `‘${label}’ has no alternative text.`, place: inField(id), fix: needsAlt }]
    })
  return [...fields, ...figures]
}

function findMissingFiles(input: PreflightInput): Found[] {
  const isGone = (asset: string): boolean => !AssetHash.safeParse(asset).success || (input.assetMime !== undefined && input.assetMime(asset) === undefined)
  const isMissing = ({ node }: Placed): boolean => isGone(textAttribute(node, 'asset'))
  const figures = ofType(input, 'figure').filter(isMissing)
  const attachments = ofType(input, 'attachment').filter(isMissing)
  const fields = input.kind.fields.filter(({ id, type }) => {
    // A report has a check of its own.
    if (input.kind.id === 'publication' && id === 'report') return false
    const value = type === 'image' ? ImageValue.safeParse(input.fields[id]) : type === 'file' ? FileValue.safeParse(input.fields[id]) : undefined
    return value?.success === true && isGone(value.data.asset)
  })
  return [
    ...fields.map(({ id, label }) => ({ message: `The file of ‘${label}’ is missing.`, place: inField(id), fix: 'Add the file again, or remove it.' })),
    ...figures.map((placed) => ({ message: 'The file of an image is missing.', place: inBody(placed, textAttribute(placed.node, 'alt') || 'Image'), fix: 'Replace the image, or remove it.' })),
    ...attachments.map((placed) => ({ message: 'The file of an attachment is missing.', place: inBody(placed, textAttribute(placed.node, 'label') || 'Attachment'), fix: 'Add the file again, or remove it.' })),
  ]
}

function findHeadingOrder(input: PreflightInput): Found[] {
  const found: Found[] = []
  // The headline is the page's heading of level 1.
  let level = 1
  for (const placed of ofType(input, 'heading')) {
    const next = Number(placed.node.attrs?.['level'])
    if (next > level + 1) found.push({ message: `A heading of level ${next} follows one of level ${level}.`, place: inBody(placed), fix: `Make it level ${level + 1}.` })
    level = next
  }
  return found
}

function findEmptyHeadings(input: PreflightInput): Found[] {
  return ofType(input, 'heading')
    .filter(({ node }) => plainText(node).trim() === '')
    .map((placed) => ({ message: 'A heading is empty.', place: inBody(placed, 'Heading'), fix: 'Write it, or remove it.' }))
}

function findEmptyFootnotes(input: PreflightInput): Found[] {
  return ofType(input, 'footnote')
    .filter(({ node }) => plainText(node).trim() === '')
    .map((placed) => ({ message: 'A footnote is empty.', place: inBody(placed, 'Footnote'), fix: 'Write it, or remove it.' }))
}
