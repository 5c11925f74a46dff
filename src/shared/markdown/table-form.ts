import { numberOfAttribute, textOfAttribute } from '../document/attributes'
import type { DocumentNode } from '../story/revision'
import { plainText } from '../story/text'
import { attachmentForm, figureForm, lineForm } from './file-form'
import { tell, type Forming } from './forming'
import { inlineForm } from './inline-form'

/** A cell of the grid: where a merged one reaches to there is nothing. */
type Slot = DocumentNode | null

/**
 * A table as Markdown can say it (GFM, 4.10): as many cells in each row, one line in each cell, headings in the first row
 * only, one alignment a column. A merged cell keeps its words in its first place. What is lost by that is told, once a table.
 */
export function tableForm(table: DocumentNode, forming: Forming): DocumentNode[] {
  const grid = gridOf(table)
  const columns = Math.max(0, ...grid.map((row) => row.length))
  const caption = lineForm(textOfAttribute(table, 'caption'))
  const captionAlone: DocumentNode[] = caption === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text: caption }] }]
  if (columns === 0) return captionAlone
  const told = new Set<string>()
  // kramdown shows a head alone as bars and hyphens.
  const hasHead = isHead(grid[0] ?? []) && (forming.dialect === 'commonmark' || grid.length > 1)
  const isEmptyHead = hasHead && (grid[0] ?? []).every((cell) => cell === null || plainText(cell).trim() === '')
  const rows = isEmptyHead ? grid.slice(1) : grid
  if (rows.length === 0) return captionAlone
  const aligned = alignments(grid, columns)
  const content = rows.map((row, index) => {
    const type = hasHead && !isEmptyHead && index === 0 ? 'tableHeader' : 'tableCell'
    return {
      type: 'tableRow',
      content: Array.from({ length: columns }, (_, column) => {
        const cell = row[column] ?? null
        if (type === 'tableCell' && cell?.type === 'tableHeader') told.add('headings outside its first row are plain cells')
        return { type, attrs: { colspan: 1, rowspan: 1, colwidth: null, align: aligned[column] ?? null }, content: cellForm(cell, told, forming) }
      }),
    }
  })
  if (grid.some((row) => row.some((cell) => cell !== null && isMerged(cell)))) told.add('merged cells are single')
  if (told.size > 0) tell(forming, `Markdown can’t say all of the table ‘${firstWords(table)}’: ${[...told].join('; ')}.`)
  return [{ type: 'table', ...(caption !== '' && { attrs: { caption } }), content }]
}

function firstWords(table: DocumentNode): string {
  return plainText(table).replace(/\s+/g, ' ').trim().slice(0, 40)
}

function isMerged(cell: DocumentNode): boolean {
  return numberOfAttribute(cell, 'colspan', 1) > 1 || numberOfAttribute(cell, 'rowspan', 1) > 1
}

/** Puts every cell at the place where it shows, with nothing where a merged one reaches. */
function gridOf(table: DocumentNode): Slot[][] {
  const rows = table.content ?? []
  const grid: Slot[][] = rows.map(() => [])
  const taken: boolean[][] = rows.map(() => [])
  rows.forEach((row, index) => {
    let column = 0
    for (const cell of row.content ?? []) {
      while (taken[index]?.[column]) column += 1
      const width = Math.min(numberOfAttribute(cell, 'colspan', 1), 1000)
      const height = Math.min(numberOfAttribute(cell, 'rowspan', 1), rows.length - index)
      for (let down = 0; down < height; down += 1) {
        for (let across = 0; across < width; across += 1) {
          const [slots, marks] = [grid[index + down], taken[index + down]]
          if (slots === undefined || marks === undefined || marks[column + across]) continue
          marks[column + across] = true
          slots[column + across] = down === 0 && across === 0 ? cell : null
        }
      }
      column += width
    }
  })
  return grid.map((row) => Array.from(row, (cell) => cell ?? null))
}

/** A row of headings; its corner may be empty. */
function isHead(row: readonly Slot[]): boolean {
  return row.findLast((cell) => cell !== null)?.type === 'tableHeader' && row.every((cell) => cell === null || cell.type === 'tableHeader' || plainText(cell).trim() === '')
}

function alignments(grid: readonly Slot[][], columns: number): (string | null)[] {
  return Array.from({ length: columns }, (_, column) => {
    const found = new Set(grid.flatMap((row) => (row[column] ? [textOfAttribute(row[column], 'align')] : [])))
    const [only = ''] = found
    return found.size === 1 && ['left', 'center', 'right'].includes(only) ? only : null
  })
}

const emptyParagraph: DocumentNode = { type: 'paragraph' }

/** What a cell holds: one image, one attachment, or one line of words. */
function cellForm(cell: Slot, told: Set<string>, forming: Forming): DocumentNode[] {
  const blocks = (cell?.content ?? []).filter((block) => block.type !== 'paragraph' || inlineForm(block.content ?? [], false, forming).length > 0)
  const [only] = blocks
  if (blocks.length === 1 && only?.type === 'figure') {
    const [figure] = figureForm(only, forming)
    if (figure === undefined) return [emptyParagraph]
    if (figure.attrs?.['caption'] !== '' || figure.attrs['credit'] !== '') told.add('images in it have no caption')
    const { asset, alt, decorative } = figure.attrs ?? {}
    return [{ type: 'figure', attrs: { asset, alt, caption: '', credit: '', decorative } }]
  }
  if (blocks.length === 1 && only?.type === 'attachment') return orEmpty(attachmentForm(only, forming))
  const isPlain = blocks.length === 0 || (blocks.length === 1 && only?.type === 'paragraph' && !only.content?.some(({ type }) => type === 'hardBreak'))
  if (!isPlain) told.add('cells hold one line each')
  const words = inlineForm(oneLine(blocks, told).map((node) => writableCode(node, forming)), false, forming)
  return words.length === 0 ? [emptyParagraph] : [{ type: 'paragraph', content: words }]
}

function orEmpty(blocks: DocumentNode[]): DocumentNode[] {
  return blocks.length === 0 ? [emptyParagraph] : blocks
}

/** In a table, code can't hold a backslash before a bar (in kramdown, not even a bar): there is no way to write it. The words stay, as plain text. */
function writableCode(node: DocumentNode, { dialect }: Forming): DocumentNode {
  return node.text?.includes(dialect === 'kramdown' ? '|' : '\\|') && node.marks?.some(({ type }) => type === 'code') ? { type: 'text', text: node.text } : node
}

function oneLine(blocks: readonly DocumentNode[], told: Set<string>): DocumentNode[] {
  return blocks.flatMap((block) => [{ type: 'text', text: ' ' }, ...lineOf(block, told)])
}

function lineOf(block: DocumentNode, told: Set<string>): DocumentNode[] {
  const content = block.content ?? []
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [...content]
    case 'codeBlock':
      return content.map((child) => ({ type: 'text', text: child.text ?? '', marks: [{ type: 'code' }] }))
    case 'bulletList':
      return content.flatMap((item) => [{ type: 'text', text: ' •' }, ...oneLine(item.content ?? [], told)])
    case 'orderedList': {
      const start = numberOfAttribute(block, 'start', 1, 0)
      return content.flatMap((item, index) => [{ type: 'text', text: ` ${start + index}.` }, ...oneLine(item.content ?? [], told)])
    }
    case 'taskList':
      return content.flatMap((item) => [{ type: 'text', text: item.attrs?.['checked'] === true ? ' ☑' : ' ☐' }, ...oneLine(item.content ?? [], told)])
    case 'callout':
      return [...attributeWords(block, 'title'), ...oneLine(content, told)]
    case 'table':
      return [...attributeWords(block, 'caption'), ...oneLine(content, told)]
    case 'pullQuote':
      return [...content, ...attributeWords(block, 'attribution')]
    case 'button':
      return cardWords(block, 'label')
    case 'embed':
      return cardWords(block, 'title')
    case 'relatedStories':
      return [...attributeWords(block, 'title'), ...content.flatMap(relatedWords)]
    case 'gallery':
      if (content.length > 0) told.add('images and attachments beside words are left out of its cells')
      return attributeWords(block, 'caption')
    case 'figure':
    case 'attachment':
      told.add('images and attachments beside words are left out of its cells')
      return []
    default:
      return oneLine(content, told)
  }
}

/** The words of an attribute, with a space before them. */
function attributeWords(block: DocumentNode, name: string): DocumentNode[] {
  const words = lineForm(textOfAttribute(block, name))
  return words === '' ? [] : [{ type: 'text', text: ` ${words} ` }]
}

/** A card as the link that it is. */
function cardWords(block: DocumentNode, name: string): DocumentNode[] {
  const address = lineForm(textOfAttribute(block, 'address'))
  return linked(lineForm(textOfAttribute(block, name)) || address, address)
}

function relatedWords(story: DocumentNode): DocumentNode[] {
  return [{ type: 'text', text: ' • ' }, ...linked(lineForm(textOfAttribute(story, 'headline')), `story:${textOfAttribute(story, 'story')}`)]
}

function linked(text: string, href: string): DocumentNode[] {
  return text === '' ? [] : [{ type: 'text', text, marks: [{ type: 'link', attrs: { href, target: null, rel: null, class: null, title: null } }] }]
}
