import type { CallInput, StoryRow } from '@shared/ipc'
import type { MemberId, StoryId } from '@shared/story/ids'
import { create } from 'zustand'
import { ask } from '../../app/bridge'
import { pagesOf } from '../../app/pages'
import { complain } from '../../ui/notices'

/** Which stories the list shows, and to whom: ‘my’ drafts are those of whoever acts. */
export type StoryQuery = Omit<CallInput<'story.list'>, 'offset' | 'limit'> & { readonly member: MemberId | undefined }

interface StoryRows {
  /** The query that `total` and `rows` answer; null before the first answer. */
  readonly query: StoryQuery | null
  readonly total: number
  /** By their place in the list: only the pages that were looked at. */
  readonly rows: ReadonlyMap<number, StoryRow>
  /** Grows each time that the list is to be shown from its start. */
  readonly starts: number
}

export const useStoryRows = create<StoryRows>(() => ({ query: null, total: 0, rows: new Map(), starts: 0 }))

const pageSize = 100
let wanted: StoryQuery | null = null
/** The places that are on the screen. */
let seen = { first: 0, last: 0 }
const underWay = new Set<number>()
/** Grows whenever answers that are still under way no longer fit. */
let generation = 0

/** Shows the answer to another query. What is shown stays until the answer has come. */
export function askFor(query: StoryQuery): void {
  wanted = query
  seen = { first: 0, last: 0 }
  void refreshRows()
}

/** Shows the list from its start: what was just made stands there, and may be far above what is on the screen. */
export const lookAtStart = (): void => useStoryRows.setState(({ starts }) => ({ starts: starts + 1 }))

/** Asks anew for what is on the screen; the other pages are asked for when they are looked at again. */
export async function refreshRows(): Promise<void> {
  if (wanted === null) return
  const query = wanted
  const asked = ++generation
  underWay.clear()
  const pages = await Promise.all(pagesOf(seen.first, seen.last, pageSize).map((page) => fetchPage(query, page)))
  if (asked !== generation || pages.some((page) => page === null)) return
  const found = pages.filter((page) => page !== null)
  useStoryRows.setState({ query, total: found.at(-1)?.total ?? 0, rows: new Map(found.flatMap(({ entries }) => entries)) })
}

/** Says which places are on the screen, and fetches the pages of them that are missing. */
export function lookAt(first: number, last: number, { query, total, rows }: Pick<StoryRows, 'query' | 'total' | 'rows'>): void {
  seen = { first, last }
  if (query === null || query !== wanted) return
  for (const page of pagesOf(first, Math.min(last, total - 1), pageSize)) {
    if (!rows.has(page * pageSize) && !underWay.has(page)) void addPage(query, page)
  }
}

/** Where a story stands in the list, or -1 when it is not on a page that was looked at. */
export function placeOf(id: StoryId | null, rows: StoryRows['rows']): number {
  if (id === null) return -1
  for (const [place, row] of rows) if (row.id === id) return place
  return -1
}

async function addPage(query: StoryQuery, page: number): Promise<void> {
  const asked = generation
  underWay.add(page)
  const found = await fetchPage(query, page)
  if (asked !== generation) return
  underWay.delete(page)
  if (found !== null) useStoryRows.setState(({ rows }) => ({ total: found.total, rows: new Map([...rows, ...found.entries]) }))
}

async function fetchPage({ view, search, kind }: StoryQuery, page: number): Promise<{ readonly total: number; readonly entries: readonly (readonly [number, StoryRow])[] } | null> {
  const offset = page * pageSize
  const answer = await ask('story.list', { view, search, kind, offset, limit: pageSize })
  if (answer.ok) return { total: answer.value.total, entries: answer.value.rows.map((row, index) => [offset + index, row]) }
  // A desk that was just closed needs no list.
  if (answer.error.code !== 'no-desk-open') complain(answer.error)
  return null
}
