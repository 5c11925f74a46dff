/** How a language writes quotations: the outer pair, the pair inside one, and what stands between the sign and the words. */
export interface Quotes {
  readonly outer: readonly [string, string]
  readonly inner: readonly [string, string]
  /** Set inside the outer signs; empty for most. */
  readonly space: string
}

const narrow = '\u202f'
const english: Quotes = { outer: ['“', '”'], inner: ['‘', '’'], space: '' }
const german: Quotes = { outer: ['„', '“'], inner: ['‚', '‘'], space: '' }
const swiss: Quotes = { outer: ['«', '»'], inner: ['‹', '›'], space: '' }
const angled: Quotes = { outer: ['«', '»'], inner: ['“', '”'], space: '' }
const polish: Quotes = { outer: ['„', '”'], inner: ['«', '»'], space: '' }
const swedish: Quotes = { outer: ['”', '”'], inner: ['’', '’'], space: '' }
const corner: Quotes = { outer: ['「', '」'], inner: ['『', '』'], space: '' }

/** By language, or by language and region where that differs (CLDR's quotation marks; for French also the Imprimerie nationale's spaces). */
const table: Readonly<Record<string, Quotes>> = {
  en: english,
  nl: english,
  id: english,
  sw: english,
  tr: english,
  hi: english,
  bn: english,
  ko: english,
  zh: english,
  ur: english,
  de: german,
  'de-ch': swiss,
  'de-li': swiss,
  cs: german,
  sk: german,
  sl: german,
  bg: german,
  is: german,
  lt: german,
  et: { outer: ['„', '“'], inner: ['«', '»'], space: '' },
  fr: { outer: ['«', '»'], inner: ['“', '”'], space: narrow },
  'fr-ch': { outer: ['«', '»'], inner: ['‹', '›'], space: narrow },
  es: angled,
  'es-mx': english,
  'es-us': english,
  pt: angled,
  'pt-br': english,
  it: angled,
  ca: angled,
  gl: angled,
  el: angled,
  ar: { outer: ['”', '“'], inner: ['’', '‘'], space: '' },
  fa: { outer: ['«', '»'], inner: ['‹', '›'], space: '' },
  he: { outer: ['”', '”'], inner: ['’', '’'], space: '' },
  am: { outer: ['«', '»'], inner: ['‹', '›'], space: '' },
  ru: { outer: ['«', '»'], inner: ['„', '“'], space: '' },
  uk: { outer: ['«', '»'], inner: ['„', '”'], space: '' },
  be: { outer: ['«', '»'], inner: ['„', '“'], space: '' },
  pl: polish,
  ro: polish,
  hu: { outer: ['„', '”'], inner: ['»', '«'], space: '' },
  hr: { outer: ['„', '“'], inner: ['‚', '‘'], space: '' },
  sr: { outer: ['„', '“'], inner: ['’', '’'], space: '' },
  no: { outer: ['«', '»'], inner: ['‘', '’'], space: '' },
  nb: { outer: ['«', '»'], inner: ['‘', '’'], space: '' },
  nn: { outer: ['«', '»'], inner: ['‘', '’'], space: '' },
  da: { outer: ['“', '”'], inner: ['‘', '’'], space: '' },
  sv: swedish,
  fi: swedish,
  ja: corner,
}

/** The quotation marks of a language by its BCP 47 tag; English ones where none are known. */
export function quotesOf(language: string): Quotes {
  const [tag = '', ...parts] = language.toLowerCase().split('-')
  const region = parts.find((part) => /^([a-z]{2}|\d{3})$/.test(part))
  return (region === undefined ? undefined : table[`${tag}-${region}`]) ?? table[tag] ?? english
}
