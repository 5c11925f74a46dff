import { isSafeLinkAddress } from '../document/link-address'
import { AssetHash } from '../story/ids'
import { FileValue, ImageValue } from '../story/kind'
import { plainText } from '../story/text'
import { inField, type Check, type Found, type PreflightInput } from './check'
import { inBody, textAttribute, walk, type Placed } from './walk'

/** What is looked at in the text itself. */
export const bodyChecks: readonly Check[] = [
  { id: 'alt-text', label: 'Alternative text of images', severity: 'blocker', find: findAltText },
  { id: 'missing-file', label: 'Images and attachments without a file', severity: 'blocker', find: findMissingFiles },
  { id: 'link', label: 'Links without a target or with an unsafe one', severity: 'blocker', find: findLinks },
  { id: 'link-text', label: 'Links that don’t say where they lead', severity: 'note', find: findVagueLinks },
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

/** Links with their words; one that spans several marks' pieces counts once. */
function links(input: PreflightInput): { placed: Placed; address: string; words: string }[] {
  const found: { placed: Placed; end: Placed; address: string; words: string }[] = []
  for (const placed of walk(input.body)) {
    const mark = placed.node.marks?.find(({ type }) => type === 'link')
    if (mark === undefined) continue
    const address = textAttribute(mark, 'href')
    const last = found.at(-1)
    if (last?.address === address && areNeighbours(last.end, placed)) found[found.length - 1] = { ...last, end: placed, words: last.words + (placed.node.text ?? '') }
    else found.push({ placed, end: placed, address, words: placed.node.text ?? '' })
  }
  return found
}

function areNeighbours(a: Placed, b: Placed): boolean {
  return a.path.length === b.path.length && a.path.slice(0, -1).join() === b.path.slice(0, -1).join() && (b.path.at(-1) ?? 0) - (a.path.at(-1) ?? 0) === 1
}

function findLinks(input: PreflightInput): Found[] {
  return links(input)
    .filter(({ address }) => !isSafeLinkAddress(address))
    .map(({ placed, address, words }) => ({
      message: address === '' ? `The link ‘${words}’ leads nowhere.` : `The link ‘${words}’ has an address that is not allowed: ${address}`,
      place: inBody(placed, words),
      fix: 'Give it a web or mail address, or remove the link.',
    }))
}

const vague = new Set(['here', 'click here', 'this', 'link', 'this link', 'read more', 'more', 'aquí', 'ici', 'cliquez ici', 'haga clic aquí', 'هنا', 'اضغط هنا'])

function findVagueLinks(input: PreflightInput): Found[] {
  return links(input)
    .filter(({ words }) => vague.has(words.trim().toLowerCase()))
    .map(({ placed, words }) => ({ message: `The link ‘${words.trim()}’ does not say where it leads.`, place: inBody(placed, words), fix: 'Use words that make sense by themselves.' }))
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
