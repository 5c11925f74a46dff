import type { Evidence, PartKind } from './clearance'

/** What a part is, for a sentence after ‘the’. */
export const partNames: Readonly<Record<PartKind, string>> = { quotation: 'quotation', picture: 'picture', table: 'table', file: 'file', number: 'figure' }

/** By what a part was cleared, in words. */
export const evidenceInWords = ({ text, file }: Evidence): string => (file === undefined ? text : `${text} (${file.name})`)
