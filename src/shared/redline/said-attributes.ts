import { assetOf, numberOfAttribute, textOfAttribute } from '../document/attributes'
import { columnWidths } from '../document/column-widths'
import type { CalloutTone } from '../document/nodes/quotes'
import type { DocumentNode, RevisionAsset } from '../story/revision'
import { canonicalText } from '../story/canonical'
import { headingsOf } from './table-headings'
import { assetText } from './value-text'

/** One thing that a block says beside its words, for a person. */
export interface Said {
  readonly id: string
  readonly label: string
  /** Empty when there is nothing to say. */
  readonly text: string
}

type Say = (node: DocumentNode, assets: readonly RevisionAsset[]) => string

const attribute = (name: string): Say => (node) => textOfAttribute(node, name)
const number = (name: string, otherwise: number): Say => (node) => String(numberOfAttribute(node, name, otherwise, 0))
const choice = (name: string, otherwise: string, words: Readonly<Record<string, string>>): Say => (node) => {
  const value = textOfAttribute(node, name) || otherwise
  return words[value] ?? value
}
const file: Say = (node, assets) => {
  const asset = assetOf(node)
  return asset === null ? '' : assetText(asset, assets)
}

/** What the tones of a callout are called in the window. */
export const toneNames: Readonly<Record<CalloutTone, string>> = { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning' }

const widths = { text: 'As the text', half: 'Half of the text', wide: 'Wider than the text', full: 'As the page' }
const places = { center: 'In the middle', start: 'At the start of the line', end: 'At the end of the line' }

/** Where the words of a value stand, and of which attributes they are made. */
export interface Saying {
  readonly id: string
  readonly label: string
  readonly of: readonly string[]
  readonly say: Say
  /** All that the words are made of, to the letter. */
  readonly raw: (node: DocumentNode) => string
}

function saying(id: string, label: string, say: Say = attribute(id), of: readonly string[] = [id]): Saying {
  return { id, label, of, say, raw: (node) => of.map((name) => rawOf(node, name)).join() }
}

/** What blocks say beside their words, by type, in the order in which a person reads it. */
export const sayings: Readonly<Record<string, readonly Saying[]>> = {
  figure: [
    saying('asset', 'Image', file),
    saying('alt', 'Alternative text'),
    saying('decorative', 'Decorative', (node) => (node.attrs?.['decorative'] === true ? 'Yes' : 'No')),
    saying('caption', 'Caption'),
    saying('credit', 'Credit'),
    saying('source', 'Source address'),
    saying('width', 'Width', choice('width', 'text', widths)),
    saying('align', 'Place', choice('align', 'center', places)),
    saying('focus', 'Focal point', (node) => `${numberOfAttribute(node, 'focusX', 50, 0)} % from the left, ${numberOfAttribute(node, 'focusY', 50, 0)} % from the top`, ['focusX', 'focusY']),
  ],
  attachment: [saying('asset', 'File', file), saying('name', 'File name'), saying('label', 'Label')],
  pullQuote: [saying('attribution', 'Attribution')],
  button: [saying('label', 'Words'), saying('address', 'Address'), saying('purpose', 'Purpose', choice('purpose', 'link', { link: 'Link', subscribe: 'Subscribe' }))],
  embed: [saying('title', 'Title'), saying('address', 'Address')],
  relatedStory: [saying('headline', 'Headline'), saying('story', 'Story', () => '')],
  relatedStories: [saying('title', 'Title of the list')],
  gallery: [saying('caption', 'Caption of the gallery')],
  callout: [saying('tone', 'Sort of callout', choice('tone', 'note', toneNames)), saying('title', 'Title of the callout')],
  taskItem: [saying('checked', 'Task', (node) => (node.attrs?.['checked'] === true ? 'Done' : 'Not done'))],
  table: [
    saying('caption', 'Caption of the table'),
    { id: 'headingRow', label: 'Heading row', of: [], say: (table) => (headingsOf(table).row ? 'Yes' : 'No'), raw: () => '' },
    { id: 'headingColumn', label: 'Heading column', of: [], say: (table) => (headingsOf(table).column ? 'Yes' : 'No'), raw: () => '' },
    { id: 'widths', label: 'Widths of the columns', of: [], say: widthsText, raw: (table) => canonicalText((table.content ?? []).map((row) => (row.content ?? []).map(({ attrs }) => attrs?.['colwidth'] ?? null))) },
  ],
  tableCell: cellSayings(),
  tableHeader: cellSayings(),
  orderedList: [saying('start', 'First number', number('start', 1))],
}

function cellSayings(): readonly Saying[] {
  return [
    saying('align', 'Alignment', choice('align', 'none', { none: 'As the text', left: 'Left', center: 'Centre', right: 'Right' })),
    saying('span', 'Cell', spanText, ['colspan', 'rowspan']),
    { id: 'sort', label: 'Sort of cell', of: [], say: ({ type }) => (type === 'tableHeader' ? 'Heading' : 'Plain'), raw: () => '' },
  ]
}

/** ‘Merged over 2 columns and 3 rows’. */
function spanText(cell: DocumentNode): string {
  const over = [numberOfAttribute(cell, 'colspan', 1), numberOfAttribute(cell, 'rowspan', 1)].flatMap((count, index) => (count > 1 ? `${count} ${index === 0 ? 'columns' : 'rows'}` : []))
  return over.length === 0 ? 'Not merged' : `Merged over ${over.join(' and ')}`
}

function widthsText(table: DocumentNode): string {
  const given = columnWidths(table.content ?? [])
  return given.every((width) => width === 0) ? '' : given.map((width) => (width === 0 ? 'as it fits' : `${width} px`)).join(', ')
}

/** What a block of this type says, in the order in which a person reads it. */
export function saidBy(node: DocumentNode, assets: readonly RevisionAsset[]): Said[] {
  return (sayings[node.type] ?? []).map(({ id, label, say }) => ({ id, label, text: say(node, assets) }))
}

function rawOf(node: DocumentNode, name: string): string {
  const value = node.attrs?.[name] ?? null
  return typeof value === 'string' ? value : value === null ? '' : canonicalText(value)
}

/**
 * What two blocks look like beside that: a container's sayings are told once, where it begins, and make none of its blocks
 * another one. Widths of columns are told of the table.
 */
export function withoutSayings({ type, attrs = {} }: DocumentNode): Readonly<Record<string, unknown>> {
  const told = new Set([...(sayings[type] ?? []).flatMap(({ of }) => of), 'colwidth'])
  return Object.fromEntries(Object.entries(attrs).filter(([name]) => !told.has(name)))
}
