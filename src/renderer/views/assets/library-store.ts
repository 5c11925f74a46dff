import type { LibraryAsset, LibraryQuery } from '@shared/assets/library'
import type { AssetHash } from '@shared/story/ids'
import { create } from 'zustand'
import { ask } from '../../app/bridge'
import { pagesOf } from '../../app/pages'
import { forgetOutcome, useAdding } from '../../editor/files/file-queue'
import { complain } from '../../ui/notices'

interface Library {
  readonly query: LibraryQuery
  /** Null before the first answer. */
  readonly total: number | null
  /** By their place in the library: only the pages that were looked at. */
  readonly assets: ReadonlyMap<number, LibraryAsset>
  readonly chosen: AssetHash | null
}

const everything: LibraryQuery = { search: '', type: 'all', use: 'all', sort: 'newest' }

export const useLibrary = create<Library>(() => ({ query: everything, total: null, assets: new Map(), chosen: null }))

const pageSize = 120
/** The places that are on the screen. */
let seen = { first: 0, last: 0 }
const underWay = new Set<number>()
/** Grows whenever answers that are still under way no longer fit. */
let generation = 0

/** Shows the library for another question; what is shown stays until the answer has come. */
export function lookFor(changed: Partial<LibraryQuery>): void {
  useLibrary.setState(({ query }) => ({ query: { ...query, ...changed } }))
  seen = { first: 0, last: 0 }
  void refreshLibrary()
}

export const chooseInLibrary = (chosen: AssetHash | null): void => useLibrary.setState({ chosen })

/** Starts anew: another desk, or the library opened again. */
export function openLibrary(query: Partial<LibraryQuery> = {}): void {
  // What came of files that were added before is old news.
  if (useAdding.getState().total === 0) forgetOutcome()
  useLibrary.setState({ query: { ...everything, ...query }, total: null, assets: new Map(), chosen: null })
  seen = { first: 0, last: 0 }
  void refreshLibrary()
}

/** Asks anew for what is on the screen; the other pages are asked for when they are looked at again. */
export async function refreshLibrary(): Promise<void> {
  const asked = ++generation
  underWay.clear()
  const found = await Promise.all(pagesOf(seen.first, seen.last, pageSize).map(fetchPage))
  if (asked !== generation) return
  const pages = found.filter((page) => page !== null)
  if (pages.length < found.length) return
  useLibrary.setState({ total: pages.at(-1)?.total ?? 0, assets: new Map(pages.flatMap(({ entries }) => entries)) })
}

/** Says which places are on the screen, and fetches those of their pages that are missing. */
export function lookAt(first: number, last: number): void {
  const { total, assets } = useLibrary.getState()
  if (total === null || total === 0) return
  seen = { first, last: Math.min(last, total - 1) }
  for (const page of pagesOf(seen.first, seen.last, pageSize)) if (!assets.has(page * pageSize) && !underWay.has(page)) void addPage(page)
}

async function addPage(page: number): Promise<void> {
  const asked = generation
  underWay.add(page)
  const found = await fetchPage(page)
  if (asked !== generation) return
  underWay.delete(page)
  if (found !== null) useLibrary.setState(({ assets }) => ({ total: found.total, assets: new Map([...assets, ...found.entries]) }))
}

async function fetchPage(page: number): Promise<{ readonly total: number; readonly entries: readonly (readonly [number, LibraryAsset])[] } | null> {
  const offset = page * pageSize
  const answer = await ask('asset.list', { ...useLibrary.getState().query, offset, limit: pageSize })
  if (answer.ok) return { total: answer.value.total, entries: answer.value.assets.map((asset, index) => [offset + index, asset]) }
  if (answer.error.code !== 'no-desk-open') complain(answer.error)
  return null
}
