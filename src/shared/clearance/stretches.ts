import { quotedIn } from '../redline/quoted'

/** A stretch of a line, in units of its text. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A quotation in single marks, as British desks set them: an apostrophe follows a letter and is followed by one. */
const inSingleMarks = /(?<![\p{L}\p{M}\p{N}])‘[^‘“”\n]+?’(?![\p{L}\p{M}\p{N}])/gu

/** The quoted phrases of a line, without their marks. One that stands in another is part of that. */
export function quotedPhrases(text: string, language: string): Stretch[] {
  const whole = [...quotedIn(text, language)]
  for (const { index, 0: found } of text.matchAll(inSingleMarks)) {
    const [from, to] = [index, index + found.length]
    if (!whole.some((other) => other.from < to && from < other.to)) whole.push({ from, to })
  }
  return whole
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => within(text, from, to))
    .filter(({ from, to }) => from < to)
}

const mark = /[“”„«»「」『』"‘’‚‹›\s]/u

function within(text: string, start: number, end: number): Stretch {
  let [from, to] = [start + 1, end]
  while (to > from && mark.test(text.charAt(to - 1))) to -= 1
  while (from < to && mark.test(text.charAt(from))) from += 1
  return { from, to }
}

/** Where a sentence ends. A rule of our own, since what was cleared must read the same wherever it is read: no dictionary, no version of a library. */
const sentenceEnd = /[.!?…]+["”’»)\]]*\s+(?=["“‘«¿¡(]*[\p{Lu}\p{Lt}\p{Lo}\p{N}])|[。！？]["”’」』]*|[؟۔]\s+|\n+/gu

/** The sentences of a line that have a number in them. */
export function sentencesWithNumbers(text: string): Stretch[] {
  const ends = [...text.matchAll(sentenceEnd)].map(({ index, 0: found }) => index + found.length)
  let start = 0
  const sentences = [...ends, text.length].map((to): Stretch => {
    const from = start
    start = to
    return trimmed(text, from, to)
  })
  return sentences.filter(({ from, to }) => /\p{Nd}/u.test(text.slice(from, to)))
}

function trimmed(text: string, start: number, end: number): Stretch {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { from, to: Math.max(from, start + words.trimEnd().length) }
}
