/** What stands before an item of a list that is written as text. */
export interface ListMarker {
  readonly ordered: boolean
  /** What it counts to; null when that can't be told. */
  readonly number: number | null
}

const digits = /(\d+)[^\d]*$/
const letters = /([a-z]+)[^a-z]*$/i
/** A number alone or several (1.2.3), perhaps in brackets or with a sign. */
const plainNumber = /^[([]?(?:\d+[.-])*\d+\s*[.)\]:]?$/
/** A letter or a Roman number needs its sign: ‘o’ is a bullet. */
const plainLetters = /^[([]?(?:[a-z]|[ivxlcdm]+)[.)\]]$/i

/** Reads a marker such as ‘3.’, ‘c)’, ‘(iv)’, ‘1.2’ or ‘·’. `format` is Word's name for the way of counting, where it is known. */
export function readMarker(text: string, format: string | null): ListMarker {
  const marker = text.replace(/[\s\u00a0]+/g, ' ').trim()
  if (format === null) {
    if (plainNumber.test(marker)) return { ordered: true, number: lastNumber(marker) }
    return plainLetters.test(marker) ? { ordered: true, number: fromLetters(marker, /^[^a-z]*(?:[ivx]|[ivxlcdm]{2,})[^a-z]*$/i.test(marker)) } : { ordered: false, number: null }
  }
  if (/^(bullet|image|none)$/i.test(format)) return { ordered: false, number: null }
  return { ordered: true, number: /^(alpha|roman)/i.test(format) ? fromLetters(marker, /^roman/i.test(format)) : lastNumber(marker) }
}

/** Of 1.2.3 the last: the others are those of the levels around it. */
function lastNumber(marker: string): number | null {
  const found = digits.exec(marker)?.[1]
  return found === undefined ? null : Number(found)
}

function fromLetters(marker: string, roman: boolean): number | null {
  const found = letters.exec(marker)?.[1]?.toLowerCase()
  if (found === undefined) return null
  return roman ? fromRoman(found) : fromAlphabet(found)
}

/** Word counts a to z, then aa, bb … */
function fromAlphabet(letters: string): number | null {
  const first = letters.charCodeAt(0) - 96
  return letters === letters.charAt(0).repeat(letters.length) ? first + 26 * (letters.length - 1) : null
}

const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

function fromRoman(letters: string): number | null {
  const parts = [...letters].map((letter) => values[letter])
  let sum = 0
  for (const [index, value] of parts.entries()) {
    if (value === undefined) return null
    sum += value < (parts[index + 1] ?? 0) ? -value : value
  }
  return sum
}
