import { whenNeeded } from './when-needed'

const all = whenNeeded(() => new Intl.ListFormat('en-GB', { type: 'conjunction' }))
const oneOf = whenNeeded(() => new Intl.ListFormat('en-GB', { type: 'disjunction' }))

/** Words as a sentence of the interface lists them: ‘Amina, Bo and Chen’. */
export const listed = (words: readonly string[]): string => all().format(words)

/** Words of which one is meant: ‘Amina, Bo or Chen’. */
export const listedWithOr = (words: readonly string[]): string => oneOf().format(words)
