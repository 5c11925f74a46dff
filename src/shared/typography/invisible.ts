/** Characters that nobody sees, and the sign that stands for each when they are shown. */
export const invisibleCharacters: Readonly<Record<string, { readonly sign: string; readonly name: string }>> = {
  '\u00a0': { sign: '°', name: 'Non-breaking space' },
  '\u202f': { sign: '°', name: 'Narrow non-breaking space' },
  '\u2009': { sign: '˙', name: 'Thin space' },
  '\u00ad': { sign: '¬', name: 'Soft hyphen' },
  '\u2011': { sign: '‑', name: 'Non-breaking hyphen' },
  '\u200b': { sign: '|', name: 'Zero-width space' },
  '\u200c': { sign: '∣', name: 'Zero-width non-joiner' },
  '\u200d': { sign: '⌒', name: 'Zero-width joiner' },
  '\u200e': { sign: '→', name: 'Left-to-right mark' },
  '\u200f': { sign: '←', name: 'Right-to-left mark' },
  '\u061c': { sign: '←', name: 'Arabic letter mark' },
  '\u2060': { sign: '·', name: 'Word joiner' },
}

export const invisiblePattern = /[\u00a0\u202f\u2009\u00ad\u2011\u200b-\u200f\u061c\u2060]/gu
