import type { DocumentNode } from '../story/revision'
import type { Clearance, PartKind } from './clearance'
import { partsOf, type Part } from './parts'
import { standingsOf, type Standings } from './standing'
import { wordCount } from '../story/text'

/** Everything that preflight asks about a body is answered by one look at it. */
const looked = new WeakMap<DocumentNode, { readonly clearances: readonly Clearance[]; readonly language: string; readonly standings: Standings }>()

/** How the parts of a body stand. */
export function clearancesOf(body: DocumentNode, language: string, clearances: readonly Clearance[]): Standings {
  const known = looked.get(body)
  if (known?.clearances === clearances && known.language === language) return known.standings
  const standings = standingsOf(partsOf(body, language), clearances)
  looked.set(body, { clearances, language, standings })
  return standings
}

/** The check whose name in a policy asks for clearances of a kind of part. */
export const checkOf: Readonly<Record<PartKind, string>> = { quotation: 'quotation-clearance', picture: 'picture-clearance', file: 'picture-clearance', table: 'number-clearance', number: 'number-clearance' }

/** Fewer quoted words than these are a name or a term, and nobody's statement. */
const wordsOfStatement = 4

/** Whether a part must be cleared where a policy asks for clearances of its kind: any may be. */
export function mustBeCleared({ kind, words, range }: Part): boolean {
  return kind !== 'quotation' || range === null || wordCount(words) >= wordsOfStatement
}
