const superscripts: Readonly<Record<string, string>> = { '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '+': '⁺', '-': '⁻', '−': '⁻', '=': '⁼', '(': '⁽', ')': '⁾', n: 'ⁿ' }
const subscripts: Readonly<Record<string, string>> = { '0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈', '9': '₉', '+': '₊', '-': '₋', '−': '₋', '=': '₌', '(': '₍', ')': '₎' }

/** Raised or lowered words in Unicode’s own characters; null when it lacks one of them. */
export function raisedCharacters(text: string, mark: 'superscript' | 'subscript'): string | null {
  const known = mark === 'superscript' ? superscripts : subscripts
  const characters = [...text].map((character) => (character === ' ' ? ' ' : known[character]))
  return characters.includes(undefined) ? null : characters.join('')
}
