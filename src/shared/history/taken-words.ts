import * as Y from 'yjs'
import { authorsIn, type Authorship, type FindAuthors, type Letter } from './authorship'
import type { AuthoredLine } from './authors-of-version'
import type { AuthoredRun } from './blame'
import { findInLines, sliceRuns, textOf, type Found, type TakenLine } from './taken-lines'
import { storyAuthors } from '../story/story-doc'

/** Words that came back: who had written so many letters from here on. */
export interface Returned {
  readonly from: Letter
  readonly length: number
  /** Null for words from before anybody noted who writes. */
  readonly who: Authorship | null
}

/**
 * Remembers words that were taken out of a story lately, with who wrote them. Whoever moves a paragraph, or takes back a deletion,
 * puts words into the document that Yjs thinks are theirs; what is told here is whose they still are. It goes by the words alone, so
 * nobody can claim words that somebody else never wrote.
 */
export interface TakenWords {
  /** Hears of a change of the document, before Yjs forgets what was deleted. Answers the words that came back with it. */
  hear(transaction: Y.Transaction): Returned[]
  /** Expects a version: wherever a line of it stands again, its words are whose they were. */
  expect(lines: readonly AuthoredLine[]): void
}

const mostLines = 200
const mostLetters = 200_000

export function rememberTaken(doc: Y.Doc): TakenWords {
  let taken: TakenLine[] = []
  let expected = new Map<string, AuthoredLine>()
  let authors: FindAuthors | null = null
  storyAuthors(doc).observe(() => (authors = null))
  const find: FindAuthors = (from, length) => (authors ??= authorsIn(doc))(from, length)

  function remember(line: TakenLine): void {
    const [last] = taken
    const joined = last === undefined ? null : joinLines(last, line)
    taken = [joined ?? line, ...(joined === null ? taken : taken.slice(1))].slice(0, mostLines)
    let letters = 0
    taken = taken.filter(({ text }) => (letters += text.length) <= mostLetters)
  }

  function whose(run: readonly Y.Item[]): readonly Found[] {
    const first = run[0]
    if (first !== undefined && expected.size > 0 && first.parent instanceof Y.AbstractType) {
      const { text, start } = lineAround(first)
      const line = expected.get(text)
      if (line !== undefined) return [{ start: 0, runs: sliceRuns(line, start, lengthOf(run)) }]
    }
    return findInLines(taken, run.map(textOfItem).join(''))
  }

  return {
    hear(transaction) {
      for (const run of takenRuns(transaction)) remember(lineOf(run, find))
      return writtenRuns(transaction).flatMap((run) => whose(run).flatMap((found) => returnedIn(run, found)))
    },
    expect: (lines) => (expected = new Map(lines.map((line) => [textOf(line), line]))),
  }
}

const textOfItem = ({ content }: Y.Item): string => (content instanceof Y.ContentString ? content.str : '')
const lengthOf = (run: readonly Y.Item[]): number => run.reduce((sum, item) => sum + textOfItem(item).length, 0)
const isText = (struct: unknown): struct is Y.Item => struct instanceof Y.Item && struct.content instanceof Y.ContentString
/** What stands between letters of one line without being any. */
const isBetween = ({ content, deleted }: Y.Item): boolean => deleted || content instanceof Y.ContentFormat

/** What was deleted, by lines of letters that stood beside each other. */
function takenRuns(transaction: Y.Transaction): Y.Item[][] {
  const items = new Set<Y.Item>()
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (isText(struct)) items.add(struct)
  })
  return runsAmong(items, (item) => !items.has(item) && item.content instanceof Y.ContentFormat)
}

/** What was written and is there, by lines of letters that stand beside each other. */
function writtenRuns({ doc, beforeState, afterState }: Y.Transaction): Y.Item[][] {
  const items = new Set<Y.Item>()
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0
    const structs = end > start ? (doc.store.clients.get(client) ?? []) : []
    for (let index = structs.length === 0 ? 0 : Y.findIndexSS(structs, start); index < structs.length; index++) {
      const struct = structs[index]
      if (isText(struct) && !struct.deleted && struct.id.clock >= start) items.add(struct)
    }
  }
  return runsAmong(items, (item) => !items.has(item) && isBetween(item))
}

function runsAmong(items: ReadonlySet<Y.Item>, isSkipped: (item: Y.Item) => boolean): Y.Item[][] {
  const beside = (item: Y.Item, side: 'left' | 'right'): Y.Item | null => {
    let next = item[side]
    while (next !== null && isSkipped(next)) next = next[side]
    return next
  }
  const runs: Y.Item[][] = []
  for (const item of items) {
    const left = beside(item, 'left')
    if (left !== null && items.has(left)) continue
    const run: Y.Item[] = []
    for (let at: Y.Item | null = item; at !== null && items.has(at); at = beside(at, 'right')) run.push(at)
    runs.push(run)
  }
  return runs
}

function lineOf(run: readonly Y.Item[], find: FindAuthors): TakenLine {
  const runs = run.flatMap((item) => {
    const text = textOfItem(item)
    let start = 0
    return find(item.id, text.length).map(({ length, who }): AuthoredRun => ({ who, text: text.slice(start, (start += length)) }))
  })
  const [first, last] = [run[0], run.at(-1)]
  return { text: textOf(runs), runs, start: nameOf(first?.id), end: nameOf(last?.lastId), before: nameOf(first?.left?.lastId), after: nameOf(last?.right?.id) }
}

const nameOf = (id: Y.ID | undefined): string | null => (id === undefined ? null : `${id.client}:${id.clock}`)

/** Letters that are deleted one by one, from either end, make one line. */
function joinLines(last: TakenLine, next: TakenLine): TakenLine | null {
  if (next.after !== null && next.after === last.start) return { ...next, text: next.text + last.text, runs: [...next.runs, ...last.runs], end: last.end, after: last.after }
  if (next.before !== null && next.before === last.end) return { ...next, text: last.text + next.text, runs: [...last.runs, ...next.runs], start: last.start, before: last.before }
  return null
}

/** The line in which an item stands, and where in it. */
function lineAround(item: Y.Item): { readonly text: string; readonly start: number } {
  let [text, start] = ['', 0]
  let first: Y.Item = item
  while (first.left !== null) first = first.left
  for (let at: Y.Item | null = first; at !== null; at = at.right) {
    if (at === item) start = text.length
    if (!at.deleted) text += textOfItem(at)
  }
  return { text, start }
}

/** Which letters of some items came back, and whose they are. */
function returnedIn(items: readonly Y.Item[], { start, runs }: Found): Returned[] {
  const returned: Returned[] = []
  let at = 0
  for (const { id, ...item } of items.map((one) => ({ id: one.id, length: textOfItem(one).length }))) {
    // The part of the item that is in what was found, then the runs within it.
    const from = Math.max(at, start)
    let clock = id.clock + from - at
    for (const { text, who } of sliceRuns(runs, from - start, Math.max(0, at + item.length - from))) {
      returned.push({ from: { client: id.client, clock }, length: text.length, who })
      clock += text.length
    }
    at += item.length
  }
  return returned
}
