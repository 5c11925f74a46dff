import { escapeHtml } from '../html/escape'
import type { Piece, Redline, RedlineBlock, ValueChange } from '../redline/redline-shape'
import type { DocumentMark } from '../story/revision'

/** How many unchanged blocks stand around a change; the others are only counted. */
const around = 1

/** A redline as HTML for any browser: `ins` and `del` in the text itself. What is far from every change is only counted. */
export function redlineHtml({ fields, blocks }: Pick<Redline, 'fields' | 'blocks'>): string {
  return `<div class="redline">\n${fields.map(valueHtml).join('')}${runs(blocks)}</div>\n`
}

function runs(blocks: readonly RedlineBlock[]): string {
  const near = blocks.map((_, index) => blocks.slice(Math.max(0, index - around), index + around + 1).some(isChanged))
  let html = ''
  let hidden = 0
  const tell = (): void => {
    if (hidden > 0) html += `<p class="unchanged">${hidden === 1 ? 'One block unchanged' : `${hidden} blocks unchanged`}</p>\n`
    hidden = 0
  }
  blocks.forEach((block, index) => {
    if (near[index] !== true) return void (hidden += 1)
    tell()
    html += blockHtml(block)
  })
  tell()
  return html
}

const isChanged = ({ change }: RedlineBlock): boolean => change !== 'kept'

function blockHtml(block: RedlineBlock): string {
  const tag = block.type === 'heading' ? 'h4' : block.type === 'codeBlock' ? 'pre' : 'p'
  const words = block.pieces.map(pieceHtml).join('')
  const label = labelOf(block)
  const text = words === '' && block.pieces.length === 0 ? '' : `<${tag} dir="auto">${block.marker === undefined ? '' : `${escapeHtml(block.marker)} `}${words}</${tag}>\n`
  return `<div class="block ${block.change}">\n${label === '' ? '' : `<p class="label">${escapeHtml(label)}</p>\n`}${text}${block.values.map(valueHtml).join('')}</div>\n`
}

const changeWords: Readonly<Record<RedlineBlock['change'], string>> = { kept: '', changed: '', inserted: 'added', deleted: 'removed', movedFrom: 'moved away from here', movedTo: 'moved here' }
const typeWords: Readonly<Record<string, string>> = {
  paragraph: 'Paragraph',
  heading: 'Heading',
  codeBlock: 'Code',
  figure: 'Image',
  attachment: 'Attachment',
  horizontalRule: 'Rule',
  pullQuote: 'Pull quote',
  button: 'Button',
  embed: 'Embed',
  relatedStory: 'Related story',
}

/** What is said above a block: what it is, where its words don't show that, and what became of it as a whole. */
function labelOf({ type, change, reshaped, was, attrs }: RedlineBlock): string {
  const [what, became] = [typeWords[type] ?? 'Block', changeWords[change]]
  const name = ['label', 'title', 'headline', 'name', 'caption', 'alt'].map((key) => attrs[key]).find((value) => typeof value === 'string' && value !== '')
  if (became !== '') return `${what} ${became}${typeof name === 'string' ? `: ${name}` : ''}`
  if (reshaped) return was === undefined || was.type === type ? 'Form changed' : `Was: ${(typeWords[was.type] ?? 'block').toLowerCase()}`
  return type === 'figure' || type === 'attachment' ? `${what}${typeof name === 'string' ? `: ${name}` : ''}` : ''
}

function valueHtml({ label, pieces }: ValueChange): string {
  return `<div class="value"><p class="label">${escapeHtml(label)}</p><p dir="auto">${pieces.map(pieceHtml).join('')}</p></div>\n`
}

const tags: Readonly<Record<string, string>> = { bold: 'strong', italic: 'em', underline: 'u', strike: 's', subscript: 'sub', superscript: 'sup', highlight: 'mark', code: 'code' }

function pieceHtml({ kind, text, marks = [], inline }: Piece): string {
  const inside = inline?.type === 'hardBreak' ? '<br>' : marks.reduce(withMark, escapeHtml(text))
  return kind === 'inserted' ? `<ins>${inside}</ins>` : kind === 'deleted' ? `<del>${inside}</del>` : inside
}

function withMark(html: string, { type, attrs }: DocumentMark): string {
  // A redline is read: a link shows where it leads, and leads nowhere.
  if (type === 'link') return `<span class="link" title="${escapeHtml(typeof attrs?.['href'] === 'string' ? attrs['href'] : '')}">${html}</span>`
  const tag = tags[type]
  return tag === undefined ? html : `<${tag}>${html}</${tag}>`
}
