const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Which way a language is written, by its BCP 47 tag; a script in the tag counts before the language. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const [language = '', script = ''] = tag.toLowerCase().split('-')
  if (script.length === 4) return ['arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm'].includes(script) ? 'rtl' : 'ltr'
  return rightToLeft.has(language) ? 'rtl' : 'ltr'
}

/** Languages that are offered, by their own names; a story keeps any other that it has. */
const ownNames = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  pt: 'Português',
  ar: 'العربية',
  de: 'Deutsch',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  tr: 'Türkçe',
  uk: 'Українська',
  el: 'Ελληνικά',
  sw: 'Kiswahili',
  am: 'አማርኛ',
  he: 'עברית',
  fa: 'فارسی',
  ur: 'اردو',
  hi: 'हिन्दी',
  bn: 'বাংলা',
  id: 'Indonesia',
  zh: '中文',
  ja: '日本語',
  ko: '한국어',
  ru: 'Русский',
} as const

export const offeredLanguages: readonly string[] = Object.keys(ownNames)

// Asked of the system only for what is not offered: its names of languages hold more than half a megabyte.
const names = new Map<string, string>(Object.entries(ownNames))

/** A language's name in that language, with a capital: 'Español'. The tag itself when it has none. */
export function nativeName(tag: string): string {
  const known = names.get(tag)
  if (known !== undefined) return known
  const name = nameOf(tag)
  names.set(tag, name)
  return name
}

function nameOf(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
  } catch {
    // Not a language tag: shown as it is.
    return tag
  }
}

/** A language's tag as short as can be: ‘EN’; whole where another one beside it starts alike: ‘PT-BR’ beside ‘PT’. */
export function shortTag(tag: string, beside: readonly string[] = []): string {
  const [language = ''] = tag.toUpperCase().split('-')
  return beside.some((other) => other !== tag && other.toUpperCase().split('-')[0] === language) ? tag.toUpperCase() : language
}

