import type { AuthoredRun } from './blame'

/** Words that were taken out of a story and stood beside each other there, by name of their first and last letter and of what stood beside those. */
export interface TakenLine {
  readonly text: string
  readonly runs: readonly AuthoredRun[]
  readonly start: string | null
  readonly end: string | null
  readonly before: string | null
  readonly after: string | null
}

/** Fewer letters that are the same are no sign that words came back: anybody may write them anew. */
const fewestWhole = 4
const fewestPart = 12

export const textOf = (runs: readonly AuthoredRun[]): string => runs.map(({ text }) => text).join('')

/** A part of some runs. */
export function sliceRuns(runs: readonly AuthoredRun[], start: number, length: number): AuthoredRun[] {
  const parts: AuthoredRun[] = []
  let at = 0
  for (const { text, who } of runs) {
    const part = text.slice(Math.max(0, start - at), Math.max(0, start + length - at))
    if (part !== '') parts.push({ text: part, who })
    at += text.length
  }
  return parts
}

/** A part of some words that came back, from a letter on. */
export interface Found {
  readonly start: number
  readonly runs: readonly AuthoredRun[]
}

/** The parts of some words, written in one go, that are words of these lines. What is none of them is left out. */
export function findInLines(lines: readonly TakenLine[], text: string, start = 0): Found[] {
  for (const line of lines) {
    if (text.length >= fewestWhole && line.text === text) return [{ start, runs: line.runs }]
    const at = text.length >= fewestPart ? line.text.indexOf(text) : -1
    if (at !== -1) return [{ start, runs: sliceRuns(line.runs, at, text.length) }]
  }
  for (const line of lines) {
    const at = line.text.length >= fewestPart ? text.indexOf(line.text) : -1
    if (at === -1) continue
    const end = at + line.text.length
    return [...findInLines(lines, text.slice(0, at), start), { start: start + at, runs: line.runs }, ...findInLines(lines, text.slice(end), start + end)]
  }
  return []
}
