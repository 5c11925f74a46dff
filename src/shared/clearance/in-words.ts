import { isolated } from '../story/isolated'
import type { ClearedPart, Evidence, PartKind } from './clearance'

/** What a part is, for a sentence after ‘the’. */
export const partNames: Readonly<Record<PartKind, string>> = { quotation: 'quotation', picture: 'picture', table: 'table', file: 'file', number: 'figure' }

/**
 * A part as a sentence names it, to go on after ‘the’: what it is and, if it has any, its words between quotation marks. A comma that ends
 * the words belongs to the sentence that they were taken from, so it is left out; what is signed and shown by itself keeps it.
 */
export function partInWords({ kind, excerpt }: Pick<ClearedPart, 'kind' | 'excerpt'>): string {
  const words = excerpt.replace(/[\s,،、，]+$/u, '')
  return words === '' ? partNames[kind] : `${partNames[kind]} ‘${isolated(words)}’`
}

/** By what a part was cleared, in words. */
export const evidenceInWords = ({ text, file }: Evidence): string => (file === undefined ? text : `${text} (${file.name})`)
