import type { Plugin } from 'vite'

/**
 * Writes the characters beyond Latin-1 of the window's code as escapes (`\u2026`). A browser keeps a script's text in memory as long as it
 * runs: with one byte a character where all are of Latin-1, with two where a single one is not.
 *
 * An escape means the same as its character in strings, templates, regular expressions and names, which is wherever code has such
 * characters once comments are gone. Only a raw template tells them apart: code that has one with such characters is left as it is.
 */
export function oneByteCode(): Plugin {
  return {
    name: 'one-byte-code',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = withEscapes(file.code)
    },
  }
}

/** Code that means the same, in characters of one byte. */
export function withEscapes(code: string): string {
  if (/String\.raw`[^`]*[\u0100-\uffff]/.test(code)) return code
  return code.replace(/[\u0100-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
