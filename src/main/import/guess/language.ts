/** Scripts that stand for a language by themselves, the more telling first. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['fa', /[پچژگ]/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['uk', /[іїєґ]/giu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
]
/** How many letters of a hundred must be of a script; letters that only some languages of it have are rarer. */
const share: Readonly<Record<string, number>> = { fa: 2, uk: 4, ja: 10 }

/** Short words that hardly any text of the language goes without. */
const smallWords: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'and', 'of', 'to', 'with', 'for', 'that', 'is', 'on', 'from'],
  fr: ['les', 'des', 'et', 'une', 'dans', 'pour', 'est', 'du', 'aux', 'sur', 'qui'],
  es: ['los', 'las', 'y', 'una', 'para', 'con', 'del', 'el', 'que', 'en', 'por'],
  pt: ['os', 'as', 'e', 'uma', 'para', 'com', 'do', 'da', 'que', 'em', 'não', 'dos'],
  de: ['der', 'die', 'das', 'und', 'mit', 'für', 'ist', 'den', 'von', 'eine', 'auf'],
  it: ['gli', 'di', 'e', 'una', 'per', 'con', 'del', 'il', 'che', 'della', 'sono'],
}

/**
 * The language of a text: by its script, then what the source says, then by its small words. Empty when there is nothing
 * to go by. A page in English with an Arabic entry rarely says so, which is why the script comes first.
 * @param said What the source says, as a BCP 47 tag.
 */
export function guessLanguage(text: string, said: string): string {
  const tag = canonical(said)
  const script = languageOfScript(text)
  if (script !== null) return tag.split('-')[0] === script || (script === 'ar' && /^(fa|ur|ps|ckb)/.test(tag)) ? tag : script
  return tag || bySmallWords(text)
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? ''
  } catch {
    return ''
  }
}

function languageOfScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return null
  return scripts.find(([language, pattern]) => (text.match(pattern)?.length ?? 0) * 100 > letters * (share[language] ?? 50))?.[0] ?? null
}

function bySmallWords(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const counts = Object.entries(smallWords).map(([language, small]) => ({ language, count: words.filter((word) => small.includes(word)).length }))
  const [best, second] = counts.sort((a, b) => b.count - a.count)
  return best && second && best.count > 2 && best.count > second.count * 1.2 ? best.language : ''
}
