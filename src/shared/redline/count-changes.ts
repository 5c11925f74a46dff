import type { ChangeClass, Piece, Redline, RedlineBlock, ValueChange } from './redline-shape'

/** How many changes of each class there are; see `ChangeClass`. */
export function countChanges({ fields, blocks }: Pick<Redline, 'fields' | 'blocks'>): Redline['counts'] {
  const counts = { wording: 0, number: 0, quotation: 0, name: 0, link: 0, image: 0, field: fields.length, move: 0, format: 0 }
  for (const change of changesOf(blocks)) counts[change] += 1
  return counts
}

function changesOf(blocks: readonly RedlineBlock[]): ChangeClass[] {
  return blocks.flatMap((block, index): ChangeClass[] => {
    if (block.change === 'kept') return []
    if (block.change === 'changed') return [...runsOf(block.pieces), ...classesOfValues(block), ...(block.reshaped ? (['format'] as const) : [])]
    return continues(blocks[index - 1], block) ? [] : [classOfWhole(wholeFrom(blocks, index))]
  })
}

/** What a block says differently in its attributes: all that is of one class is one change. */
function classesOfValues({ type, values }: RedlineBlock): ChangeClass[] {
  return [...new Set(values.map((value) => classOfValue(type, value)))]
}

const images = new Set(['figure', 'attachment'])
/** Blocks that lead elsewhere and are nothing without it. */
const cards = new Set(['button', 'embed', 'relatedStory'])
const formats = new Set(['purpose', 'callout.tone', 'table.widths', 'tableCell.align', 'tableCell.colspan', 'tableCell.rowspan', 'orderedList.start'])

function classOfValue(type: string, { id, pieces }: ValueChange): ChangeClass {
  if (id === 'gallery.caption' || (images.has(type) && !id.includes('.'))) return 'image'
  if (formats.has(id)) return 'format'
  return id === 'address' || id === 'story' ? 'link' : classOfRun(pieces.filter(({ kind }) => kind !== 'same'))
}

/** A list or table that came or went is one change, however many items it has. */
function continues(last: RedlineBlock | undefined, { change, within, path }: RedlineBlock): boolean {
  return last !== undefined && last.change === change && within.length > 0 && last.within.length > 0 && last.path[0] === path[0]
}

function wholeFrom(blocks: readonly RedlineBlock[], start: number): RedlineBlock[] {
  const rest = blocks.slice(start)
  const end = rest.findIndex((block, index) => index > 0 && !continues(rest[index - 1], block))
  return end === -1 ? rest : rest.slice(0, end)
}

function classOfWhole(blocks: readonly RedlineBlock[]): ChangeClass {
  if (blocks.some(({ type }) => images.has(type))) return 'image'
  if (blocks.some(({ type }) => cards.has(type))) return 'link'
  const pieces = blocks.flatMap((block) => block.pieces)
  return pieces.some(({ text }) => text.trim() !== '') ? classOfRun(pieces) : 'format'
}

/** The changes within a text: words that were replaced in a row are one, and so are words that look different in a row. */
function runsOf(pieces: readonly Piece[]): ChangeClass[] {
  const runs: Piece[][] = []
  let lastSort: string | null = null
  for (const piece of pieces) {
    const sort = piece.kind !== 'same' ? 'words' : piece.marksBefore === undefined ? null : linksOf([piece]) === linksOf([formerly(piece)]) ? 'format' : 'link'
    if (sort !== null && sort === lastSort) runs.at(-1)?.push(piece)
    else if (sort !== null) runs.push([piece])
    lastSort = sort
  }
  return runs.map(classOfRun)
}

const formerly = (piece: Piece): Piece => ({ ...piece, marks: piece.marksBefore ?? [] })

function classOfRun(run: readonly Piece[]): ChangeClass {
  const deleted = run.filter(({ kind }) => kind === 'deleted')
  const inserted = run.filter(({ kind }) => kind === 'inserted')
  const [first] = run
  if (first?.kind === 'same') return linksOf([first]) === linksOf([formerly(first)]) ? 'format' : 'link'
  if (numbersOf(deleted) !== numbersOf(inserted)) return 'number'
  return linksOf(deleted) === linksOf(inserted) ? 'wording' : 'link'
}

const numbersOf = (pieces: readonly Piece[]): string => (pieces.map(({ text }) => text).join('').match(/\p{N}+(?:[.,:/]\p{N}+)*/gu) ?? []).join(' ')

function linksOf(pieces: readonly Piece[]): string {
  const addresses = pieces.flatMap(({ marks }) => (marks ?? []).filter(({ type }) => type === 'link').map(({ attrs }) => String(attrs?.['href'])))
  return [...new Set(addresses)].join(' ')
}
