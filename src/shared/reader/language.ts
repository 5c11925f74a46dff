import type { FieldValues } from '../story/kind'

const rightToLeftScripts = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/** The language that a story is written in as a BCP 47 tag in its usual spelling, or null when it is not given or not one. */
export function languageOf(fields: FieldValues): string | null {
  const value = fields['language']
  try {
    return typeof value === 'string' && value.trim() !== '' ? (Intl.getCanonicalLocales(value.trim())[0] ?? null) : null
  } catch {
    return null
  }
}

/** Which way a language is written, by its script or the one it usually has: Arabic, Hebrew, Persian, Urdu from the right. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  try {
    return rightToLeftScripts.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}
