import { listed } from '@shared/listed'

export interface Restored {
  /** Of the version; empty for most. */
  readonly name: string
  /** The kind that the story has now. */
  readonly kind: string
  /** Whether it had another one before. */
  readonly otherKind: boolean
  /** Whether the version was of a kind that the desk doesn't have any more. */
  readonly kindGone: boolean
  /** Files of the version that are no longer on the desk, by name. */
  readonly missing: readonly string[]
  /** How many suggestions were about words that it does not have. */
  readonly suggestionsGone: number
}

/** What is said when a version was brought back: all that is not as one may think. */
export function restoredWords({ name, kind, otherKind, kindGone, missing, suggestionsGone }: Restored): string {
  const what = name === '' ? 'The earlier version is back' : `‘${name}’ is back`
  return [
    otherKind ? `${what}, and so is its kind, ${kind.toLowerCase()}.` : `${what}.`,
    kindGone && `Its kind is no longer on this desk, so the story stays ${article(kind)} ${kind.toLowerCase()}, without the fields that only the other kind had.`,
    missing.length > 0 && `${listed(missing.map((file) => `‘${file}’`))} ${missing.length === 1 ? 'is' : 'are'} no longer on this desk: add ${missing.length === 1 ? 'it' : 'them'} again, or take ${missing.length === 1 ? 'it' : 'them'} out.`,
    suggestionsGone > 0 && `${suggestionsGone === 1 ? 'One suggestion was' : `${suggestionsGone} suggestions were`} about other words, and ${suggestionsGone === 1 ? 'is' : 'are'} gone.`,
    'What stood here before is kept in the history.',
  ]
    .filter((sentence) => sentence !== false)
    .join(' ')
}

const article = (kind: string): string => (/^[aeiou]/i.test(kind) ? 'an' : 'a')
