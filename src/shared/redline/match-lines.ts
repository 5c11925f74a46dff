import { bestElsewhere, bestInOrder, type LinePair } from './best-in-order'
import type { Grid } from './grid'
import { wordsOf } from './tokens'
import { bagOf, partInCommon, type Bag } from './words-in-common'

/** Which rows (or columns) of two tables stand for each other: those that kept their order, and those that stand elsewhere now. */
export interface LineMatches {
  readonly pairs: readonly LinePair[]
  readonly moves: readonly LinePair[]
}

/** Rows that share less than this count as other rows. */
const enough = 0.2
/** A row elsewhere is the same row when it begins alike, or shares so much: where the place says nothing the words must say more. */
const enoughElsewhere = 0.6

/** Which rows of two tables stand for each other, by the words that they share and by how they begin. */
export function matchRows(before: Grid, after: Grid): LineMatches {
  const [old, now] = [rowsOf(before), rowsOf(after)]
  const most = Math.min(old.length, now.length)
  let [start, end] = [0, 0]
  while (start < most && old[start]?.text === now[start]?.text) start += 1
  while (end < most - start && old.at(-1 - end)?.text === now.at(-1 - end)?.text) end += 1
  const heads = [countsOf(old.map(({ head }) => head)), countsOf(now.map(({ head }) => head))]
  const isOne = (head: string): boolean => head !== '' && heads.every((counts) => counts.get(head) === 1)
  const scoreOf = (b: number, a: number): number => {
    const [one, other] = [old[b] ?? noRow, now[a] ?? noRow]
    // A row that names something which another row names now is that other row's, however many figures they share.
    return one.head !== other.head && (isOne(one.head) || isOne(other.head)) ? 0 : likeness(one, other)
  }
  const middle = bestInOrder(old.length - start - end, now.length - start - end, (b, a) => scoreOf(start + b, start + a))
  const same = (count: number, from: LinePair): LinePair[] => Array.from({ length: count }, (_, index) => [from[0] + index, from[1] + index])
  const pairs = [...same(start, [0, 0]), ...middle.map(([b, a]): LinePair => [start + b, start + a]), ...same(end, [old.length - end, now.length - end])]
  return { pairs, moves: bestElsewhere(old.length, now.length, pairs, (b, a) => elsewhere(old[b] ?? noRow, scoreOf(b, a))) }
}

interface Row {
  readonly head: string
  readonly text: string
  readonly words: Bag
}
const noRow: Row = { head: '', text: '', words: bagOf([]) }

function rowsOf({ rows, cells }: Grid): Row[] {
  const texts = Array.from({ length: rows }, (): string[] => [])
  for (const { row, text } of cells) texts[row]?.push(text)
  return texts.map((row): Row => ({ head: row[0] ?? '', text: row.join('\n'), words: bagOf(row.flatMap((text) => wordsOf(text).filter((word) => /[\p{L}\p{N}]/u.test(word)))) }))
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

function likeness(one: Row, other: Row): number {
  if (one.text === other.text) return 2
  const score = partInCommon(one.words, other.words) + (one.head !== '' && one.head === other.head ? 0.5 : 0)
  return score >= enough ? score : 0
}

/** How much a row speaks for being another one that stands elsewhere. An empty row is no row again. */
const elsewhere = ({ words }: Row, score: number): number => (words.length > 0 && score >= enoughElsewhere ? score : 0)

/**
 * Which columns stand for each other: those that say the same in the rows that stayed. One that says the same in half of them,
 * or has its own heading, is known again at another place. Where as many columns are left between two on both sides, each
 * is the one in its place with other words.
 */
export function matchColumns(before: Grid, after: Grid, { pairs: stayed, moves: moved }: LineMatches): LineMatches {
  const rows = [...stayed, ...moved]
  const [old, now] = [textsByPlace(before), textsByPlace(after)]
  const same = (b: number, a: number): number => rows.filter(([row, other]) => isSame(old.get(`${row} ${b}`), now.get(`${other} ${a}`))).length
  const found = bestInOrder(before.columns, after.columns, same)
  const heads = [countsOf(headsOf(old, before)), countsOf(headsOf(now, after))]
  const moves = bestElsewhere(before.columns, after.columns, found, (b, a) => {
    const [shared, head] = [same(b, a), old.get(`0 ${b}`) ?? '']
    const isHeading = head !== '' && head === now.get(`0 ${a}`) && heads.every((counts) => counts.get(head) === 1)
    return isHeading ? shared + rows.length : shared * 2 >= rows.length && shared > 0 ? shared : 0
  })
  const [gone, come] = [new Set(moves.map(([b]) => b)), new Set(moves.map(([, a]) => a))]
  const pairs = [...found, [before.columns, after.columns] as const].flatMap(([b, a], index): LinePair[] => {
    const [lastB, lastA] = found[index - 1] ?? [-1, -1]
    const [left, right] = [range(lastB + 1, b).filter((at) => !gone.has(at)), range(lastA + 1, a).filter((at) => !come.has(at))]
    const between = left.length === right.length ? left.map((at, place): LinePair => [at, right[place] ?? 0]) : []
    return index < found.length ? [...between, [b, a]] : between
  })
  return { pairs, moves }
}

const textsByPlace = ({ cells }: Grid): Map<string, string> => new Map(cells.map(({ row, column, text }) => [`${row} ${column}`, text]))
const headsOf = (texts: ReadonlyMap<string, string>, { columns }: Grid): string[] => range(0, columns).map((column) => texts.get(`0 ${column}`) ?? '')
const isSame = (one: string | undefined, other: string | undefined): boolean => one !== undefined && one !== '' && one === other
const range = (start: number, end: number): number[] => Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index)
