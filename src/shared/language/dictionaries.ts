/** The dictionaries that travel with Copydesk. */
export const dictionaryIds = ['en-US', 'en-GB', 'es', 'fr', 'pt-BR', 'pt-PT', 'ar'] as const
export type DictionaryId = (typeof dictionaryIds)[number]

/** Where people write as in Britain; Canada writes both ways. */
const british = new Set(['AU', 'BW', 'BZ', 'FJ', 'GB', 'GH', 'GI', 'HK', 'IE', 'IN', 'JM', 'KE', 'LK', 'MT', 'MU', 'MW', 'NA', 'NG', 'NZ', 'PK', 'SG', 'SZ', 'TT', 'TZ', 'UG', 'ZA', 'ZM', 'ZW'])
const american = new Set(['AS', 'GU', 'LR', 'PH', 'PR', 'US', 'VI'])

/**
 * The dictionaries for a language (BCP 47): a word is right when one of them has it. Where the tag leaves open which
 * spelling is meant, both are right. None for a language without a dictionary, and for what is no tag.
 */
export function dictionariesFor(tag: string): readonly DictionaryId[] {
  const locale = localeOf(tag)
  switch (locale?.language) {
    case 'en':
      return locale.region === undefined ? ['en-GB', 'en-US'] : british.has(locale.region) ? ['en-GB'] : american.has(locale.region) ? ['en-US'] : ['en-GB', 'en-US']
    case 'pt':
      return locale.region === undefined ? ['pt-PT', 'pt-BR'] : locale.region === 'BR' ? ['pt-BR'] : ['pt-PT']
    case 'es':
    case 'fr':
    case 'ar':
      return [locale.language]
    default:
      return []
  }
}

/** The language of a tag without its region, in small letters: `pt` of `pt-BR`. Empty for what is no tag. */
export const languageBase = (tag: string): string => localeOf(tag)?.language ?? ''

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return tag === '' ? undefined : new Intl.Locale(tag)
  } catch {
    return undefined
  }
}
