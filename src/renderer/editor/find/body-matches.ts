import type { FindOptions } from '@shared/find/find-options'
import { fittedReplacement } from '@shared/find/fitted-replacement'
import { patternOf, replacementOf } from '@shared/find/pattern'
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { SearchQuery, type SearchResult } from 'prosemirror-search'

/** A stretch of the text that matches, footnotes included. */
export type BodyMatch = SearchResult

/** The query as `prosemirror-search` takes it: always an expression, so that literal texts and expressions find alike. */
function queryOf(options: FindOptions, replacement: string): SearchQuery | null {
  const pattern = patternOf(options)
  if (pattern.kind !== 'pattern') return null
  return new SearchQuery({
    search: pattern.source,
    regexp: true,
    literal: true,
    caseSensitive: pattern.matchCase,
    replace: replacementOf(replacement, options.regexp),
    filter: (state, { from, to }) => from < to && isPlainText(state.doc, from, to),
  })
}

/** Whether a stretch is text alone: a match that reached into a footnote from outside could not be replaced without tearing it apart. */
function isPlainText(doc: Node, from: number, to: number): boolean {
  const $from = doc.resolve(from)
  if (!$from.sameParent(doc.resolve(to))) return false
  let plain = true
  $from.parent.nodesBetween(from - $from.start(), to - $from.start(), (node) => {
    if (!node.isText) plain = false
    return false
  })
  return plain
}

/** All matches in the text, in its order; none while nothing is searched, or what is searched is wrong. */
export function bodyMatches(doc: Node, options: FindOptions): readonly BodyMatch[] {
  const query = queryOf(options, '')
  if (query === null) return []
  const state = EditorState.create({ doc })
  const found: BodyMatch[] = []
  for (let from = 0; ; ) {
    const next = query.findNext(state, from)
    if (next === null) return found
    found.push(next)
    from = Math.max(next.to, from + 1)
  }
}

/** Replaces matches of the state's own text in one transaction; what marks the words had, their replacement has. */
export function replaceMatches(state: EditorState, matches: readonly BodyMatch[], options: FindOptions, replacement: string): Transaction {
  const { tr } = state
  // One query for each way to write it: small, with a capital, in capitals.
  const queries = new Map<string, SearchQuery | null>()
  const queryFor = (wanted: string): SearchQuery | null => {
    if (!queries.has(wanted)) queries.set(wanted, queryOf(options, wanted))
    return queries.get(wanted) ?? null
  }
  // From the end, so that what comes before keeps its place.
  for (const match of matches.toReversed()) {
    const replacements = queryFor(fittedReplacement(state.doc.textBetween(match.from, match.to), replacement, options))?.getReplacements(state, match) ?? []
    for (const { from, to, insert } of replacements.toReversed()) tr.replace(from, to, insert)
  }
  return tr
}
