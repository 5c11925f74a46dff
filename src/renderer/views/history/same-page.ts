import type { HistoryPage, KeptVersion } from '@shared/history/kept-version'

/** A page of a history with the versions of the last one where they say the same, so that what shows them has nothing to draw anew. */
export function samePage(before: HistoryPage | null, next: HistoryPage): HistoryPage {
  if (before === null) return next
  const known = new Map(before.kept.map((version) => [keyOf(version), version]))
  return { ...next, kept: next.kept.map((version) => known.get(keyOf(version)) ?? version) }
}

const keyOf = (version: KeptVersion): string => JSON.stringify(version)
