import type { Grid } from './grid'
import { wordsInCommon } from './pair-units'
import { wordsOf } from './tokens'

/** A row (or column) of the older table and the one that it became. */
export type LinePair = readonly [before: number, after: number]

/** More pairs than this aren't compared: lines then stand for each other by their places. */
const mostCompared = 40_000
/** Rows that share less than this count as other rows. */
const enough = 0.2

/** Which rows of two tables stand for each other, by the words that they share and by how they begin. In order. */
export function matchRows(before: Grid, after: Grid): LinePair[] {
  const [old, now] = [rowsOf(before), rowsOf(after)]
  const most = Math.min(old.length, now.length)
  let [start, end] = [0, 0]
  while (start < most && old[start]?.text === now[start]?.text) start += 1
  while (end < most - start && old.at(-1 - end)?.text === now.at(-1 - end)?.text) end += 1
  const middle = bestInOrder(old.length - start - end, now.length - start - end, (b, a) => likeness(old[start + b] ?? noRow, now[start + a] ?? noRow))
  const same = (count: number, from: LinePair): LinePair[] => Array.from({ length: count }, (_, index) => [from[0] + index, from[1] + index])
  return [...same(start, [0, 0]), ...middle.map(([b, a]): LinePair => [start + b, start + a]), ...same(end, [old.length - end, now.length - end])]
}

interface Row {
  readonly head: string
  readonly text: string
  readonly words: readonly string[]
}
const noRow: Row = { head: '', text: '', words: [] }

function rowsOf({ rows, cells }: Grid): Row[] {
  const texts = Array.from({ length: rows }, (): string[] => [])
  for (const { row, text } of cells) texts[row]?.push(text)
  return texts.map((row): Row => ({ head: row[0] ?? '', text: row.join('\n'), words: row.flatMap((text) => wordsOf(text).filter((word) => /[\p{L}\p{N}]/u.test(word))) }))
}

function likeness(one: Row, other: Row): number {
  if (one.text === other.text) return 2
  const words = one.words.length + other.words.length
  const shared = words === 0 ? 0 : (2 * wordsInCommon(one.words, other.words)) / words
  const score = shared + (one.head !== '' && one.head === other.head ? 0.5 : 0)
  return score >= enough ? score : 0
}

/**
 * Which columns stand for each other: those that say the same in the rows that stayed. Where as many columns are between two
 * of these on both sides, each is the one in its place with other words.
 */
export function matchColumns(before: Grid, after: Grid, rows: readonly LinePair[]): LinePair[] {
  const [old, now] = [textsByPlace(before), textsByPlace(after)]
  const same = (b: number, a: number): number => rows.filter(([row, other]) => isSame(old.get(`${row} ${b}`), now.get(`${other} ${a}`))).length
  const found = bestInOrder(before.columns, after.columns, same)
  return [...found, [before.columns, after.columns] as const].flatMap(([b, a], index): LinePair[] => {
    const [lastB, lastA] = found[index - 1] ?? [-1, -1]
    const between = b - lastB === a - lastA ? Array.from({ length: b - lastB - 1 }, (_, offset): LinePair => [lastB + 1 + offset, lastA + 1 + offset]) : []
    return index < found.length ? [...between, [b, a]] : between
  })
}

const textsByPlace = ({ cells }: Grid): Map<string, string> => new Map(cells.map(({ row, column, text }) => [`${row} ${column}`, text]))
const isSame = (one: string | undefined, other: string | undefined): boolean => one !== undefined && one !== '' && one === other

/** The pairs, in order on both sides, with the highest sum of scores; pairs of the score 0 don't stand for each other. */
function bestInOrder(before: number, after: number, score: (b: number, a: number) => number): LinePair[] {
  if (before * after > mostCompared) return Array.from({ length: Math.min(before, after) }, (_, index): LinePair => [index, index])
  const sums = Array.from({ length: before + 1 }, () => new Float64Array(after + 1))
  const scores = Array.from({ length: before }, (_, b) => Float64Array.from({ length: after }, (_none, a) => score(b, a)))
  const sum = (b: number, a: number): number => sums[b]?.[a] ?? 0
  for (let b = before - 1; b >= 0; b--) {
    for (let a = after - 1; a >= 0; a--) sums[b]?.fill(Math.max(sum(b + 1, a), sum(b, a + 1), sum(b + 1, a + 1) + (scores[b]?.[a] ?? 0)), a, a + 1)
  }
  const pairs: LinePair[] = []
  let [b, a] = [0, 0]
  while (b < before && a < after) {
    const together = scores[b]?.[a] ?? 0
    if (together > 0 && sum(b, a) === sum(b + 1, a + 1) + together) pairs.push([b++, a++])
    else if (sum(b, a) === sum(b + 1, a)) b += 1
    else a += 1
  }
  return pairs
}
