import type * as Y from 'yjs'
import type { MemberId } from '../story/ids'
import { sameAuthorship, type Authorship, type FindAuthors } from './authorship'
import { lettersOf } from './letters'

/** Words of one author beside each other. */
export interface AuthoredRun {
  readonly text: string
  /** Null when they were written before anybody noted who writes. */
  readonly who: Authorship | null
}

/** Who wrote some texts, letter by letter: the runs together are the texts, each letter once. */
export function runsOf(texts: readonly Y.Text[], authors: FindAuthors): AuthoredRun[] {
  const runs: AuthoredRun[] = []
  for (const { text, ...letter } of texts.flatMap(lettersOf)) {
    let start = 0
    for (const { length, who } of authors(letter, text.length)) {
      add(runs, { text: text.slice(start, start + length), who })
      start += length
    }
  }
  return runs
}

function add(runs: AuthoredRun[], run: AuthoredRun): void {
  const last = runs.at(-1)
  if (last !== undefined && sameAuthorship(last.who, run.who)) runs[runs.length - 1] = { who: run.who, text: last.text + run.text }
  else runs.push(run)
}

/** How much of some words somebody wrote, and when they began and last did. */
export interface Share {
  /** Null for whoever wrote before that was noted. */
  readonly by: MemberId | null
  readonly imported: boolean
  /** The day, as it was asked for; empty when it is not known. */
  readonly day: string
  readonly first: string
  readonly last: string
  readonly letters: number
  /** Of all letters, in whole numbers that make a hundred together. */
  readonly percent: number
}

/**
 * Who wrote how much, by person and day, the most first. What was read from a file is a share of its own.
 * @param dayOf The day of a moment, where the reader is.
 */
export function sharesOf(runs: readonly AuthoredRun[], dayOf: (at: string) => string): Share[] {
  const shares = new Map<string, Omit<Share, 'percent'>>()
  for (const { text, who } of runs) {
    const share = shareOf(who, text.length, dayOf)
    const key = `${share.by} ${share.imported} ${share.day}`
    const known = shares.get(key)
    shares.set(key, known === undefined ? share : { ...known, letters: known.letters + share.letters, first: share.first < known.first ? share.first : known.first, last: share.last > known.last ? share.last : known.last })
  }
  return inPercent([...shares.values()].sort((a, b) => b.letters - a.letters || (a.last < b.last ? 1 : -1)))
}

function shareOf(who: Authorship | null, letters: number, dayOf: (at: string) => string): Omit<Share, 'percent'> {
  if (who === null) return { by: null, imported: false, day: '', first: '', last: '', letters }
  return { by: who.by, imported: who.imported === true, day: dayOf(who.at), first: who.at, last: who.at, letters }
}

/** Rounded by the largest rest, so that the numbers make a hundred. */
function inPercent(shares: readonly Omit<Share, 'percent'>[]): Share[] {
  const all = shares.reduce((sum, { letters }) => sum + letters, 0)
  const exact = shares.map(({ letters }) => (all === 0 ? 0 : (letters * 100) / all))
  const whole = exact.map(Math.floor)
  let left = all === 0 ? 0 : 100 - whole.reduce((sum, number) => sum + number, 0)
  const byRest = exact.map((_, index) => index).sort((a, b) => rest(exact[b]) - rest(exact[a]) || a - b)
  for (const index of byRest) {
    if (left === 0) break
    whole[index] = (whole[index] ?? 0) + 1
    left -= 1
  }
  return shares.map((share, index) => ({ ...share, percent: whole[index] ?? 0 }))
}

const rest = (number = 0): number => number - Math.floor(number)
