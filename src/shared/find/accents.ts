import { whenNeeded } from '../when-needed'

/**
 * Signs above and below letters that some write and others leave out: accents of Latin, Greek and Cyrillic, the points of Hebrew, the
 * vowels of Arabic (Unicode, general category Mn of these blocks). In other scripts such signs are letters: without them it is another word.
 */
const signs = '\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed'
const sign = new RegExp(`[${signs}]`, 'gu')
/** What may follow a letter: its signs, and the line that draws out an Arabic word. */
const anySigns = `[${signs}\\u0640]*`
/** Blocks with letters that have a sign as a part: Latin, Greek, Cyrillic, Arabic. */
const blocks = [[0xc0, 0x24f], [0x370, 0x4ff], [0x622, 0x6d3], [0x1e00, 0x1fff]] as const
/** The sign makes these a letter of their own, as nobody writes them without it. */
const ownLetters = /[йЙ]/u

/** A character with what is set on it. */
const clusters = /\P{M}\p{M}*|\p{M}+/gu

function withoutSigns(cluster: string): string {
  const apart = cluster.normalize('NFD')
  const base = apart.replace(sign, '')
  // What has no sign stays as it is: taken apart, a letter of Korean or Chinese would be another one.
  return base === apart || ownLetters.test(cluster.normalize('NFC')) ? cluster : base
}

/** For each letter without signs, the letters that are it with some. */
const accented = whenNeeded((): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const [first, last] of blocks) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCodePoint(code)
      const base = withoutSigns(letter)
      if (base !== letter && base !== '') found.set(base, (found.get(base) ?? '') + letter)
    }
  }
  return found
})

/** A text as a pattern that finds it with any accents and vowel signs, or without. `literally` writes characters as a pattern of themselves. */
export function patternWithAnyAccents(text: string, literally: (characters: string) => string): string {
  let source = ''
  for (const [cluster] of text.replace(/\u0640/g, '').matchAll(clusters)) {
    const base = withoutSigns(cluster)
    if (base === '') continue
    const others = accented().get(base)
    source += others === undefined ? eitherWay(base, literally) : `[${base}${others}]`
    if (/^\p{L}/u.test(base)) source += anySigns
  }
  return source
}

/**
 * A text as a pattern that finds just it, whether its accents are written as parts of their letters or after them (Unicode Standard
 * Annex 15: both are the same text), and no letter that has another accent besides.
 */
export function patternWithItsAccents(text: string, literally: (characters: string) => string): string {
  const source = [...text.matchAll(clusters)].map(([cluster]) => eitherWay(cluster, literally)).join('')
  return /\p{L}\p{M}*$/u.test(text) ? `${source}(?![\\u0300-\\u036f])` : source
}

function eitherWay(cluster: string, literally: (characters: string) => string): string {
  const ways = new Set([cluster, cluster.normalize('NFC'), cluster.normalize('NFD')])
  return ways.size === 1 ? literally(cluster) : `(?:${[...ways].map(literally).join('|')})`
}
