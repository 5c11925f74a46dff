import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DeskFindQuery, DeskFindSummary, FoundStory, Snippet } from '../../shared/find/desk-find'
import { matchesIn, snippetOf } from '../../shared/find/find-in-text'
import { indexTerms } from '../../shared/find/index-terms'
import { expressionOf, patternOf } from '../../shared/find/pattern'
import { DeskError } from '../../shared/result'
import type { DeskDatabase } from '../store/database'
import { countFindRows, findRows, type FindRow } from '../store/find-rows'

/** More than this nobody reads: the search then asks to be made narrower. */
export const findLimits = { snippetsOfStory: 12, snippets: 1500 } as const

/** How long it works without looking whether it was cancelled, and without telling what it found; milliseconds. */
const sliceMs = 40

export interface FindAcross {
  readonly query: DeskFindQuery
  readonly signal: AbortSignal
  readonly found: (stories: FoundStory[]) => void
  readonly report: (progress: { readonly done: number; readonly total: number; readonly label: string }) => void
}

/**
 * Looks through the texts of a desk's stories, the latest change first, and tells matches as they are found.
 * @throws DeskError when the expression is wrong, or when it was cancelled.
 */
export async function findAcross(db: DeskDatabase, { query, signal, found, report }: FindAcross): Promise<DeskFindSummary> {
  const pattern = patternOf(query.options)
  if (pattern.kind === 'wrong') throw new DeskError('wrong-expression', `This is no regular expression: ${pattern.why}.`)
  if (pattern.kind === 'empty') return { stories: 0, matches: 0, more: false }
  const expression = expressionOf(pattern)
  const total = countFindRows(db, query)
  let waiting: FoundStory[] = []
  let [done, stories, matches, snippets] = [0, 0, 0, 0]
  let until = performance.now() + sliceMs
  const heed = (): void => {
    if (signal.aborted) throw new DeskError('cancelled', 'The search was stopped.')
  }
  heed()
  const tell = (): void => {
    if (waiting.length > 0) found(waiting)
    waiting = []
    report({ done: Math.min(done, total), total, label: 'Looking through the stories' })
  }
  for (const row of findRows(db, query, indexTerms(query.options))) {
    done += 1
    const story = lookInto(row, expression)
    if (story !== null) {
      waiting.push(story)
      stories += 1
      matches += story.matches
      snippets += story.snippets.length
    }
    if (snippets >= findLimits.snippets) {
      tell()
      return { stories, matches, more: true }
    }
    if (performance.now() < until) continue
    tell()
    await nextTurn()
    heed()
    until = performance.now() + sliceMs
  }
  tell()
  return { stories, matches, more: false }
}

function lookInto({ id, kind, state, headline, language, summary, body }: FindRow, expression: RegExp): FoundStory | null {
  const snippets: Snippet[] = []
  let matches = 0
  const look = (part: Snippet['in'], text: string): void => {
    for (const [place, stretch] of matchesIn(text, expression).entries()) {
      matches += 1
      if (snippets.length < findLimits.snippetsOfStory) snippets.push({ in: part, ...snippetOf(text, stretch), place })
    }
  }
  look('headline', headline)
  look('summary', summary)
  look('body', body)
  return matches === 0 ? null : { id, kind, state, headline, language, matches, snippets }
}
