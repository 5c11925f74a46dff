import { unspacedLetter } from './scripts'
import { standAlone } from './graphemes'
import { graphemeSegmenter } from './segmenters'
import { sentences } from './sentences'
import { wordCount } from './text'

/** How long a text is, in the ways that people ask for. */
export interface TextLength {
  readonly words: number
  /** What a reader sees as one character each (graphemes, UAX #29), spaces included. */
  readonly characters: number
  readonly withoutSpaces: number
  readonly sentences: number
  /** Blocks that have words. */
  readonly paragraphs: number
  /** Characters of scripts without spaces between words: their reading time goes by these. */
  readonly unspaced: number
}

export const noLength: TextLength = { words: 0, characters: 0, withoutSpaces: 0, sentences: 0, paragraphs: 0, unspaced: 0 }

export function sumOf(a: TextLength, b: TextLength): TextLength {
  return {
    words: a.words + b.words,
    characters: a.characters + b.characters,
    withoutSpaces: a.withoutSpaces + b.withoutSpaces,
    sentences: a.sentences + b.sentences,
    paragraphs: a.paragraphs + b.paragraphs,
    unspaced: a.unspaced + b.unspaced,
  }
}

const unspacedLetters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

/** How long one block of text is. */
export function lengthOfText(text: string): TextLength {
  const isUnspaced = unspacedLetter.test(text)
  const words = wordCount(text)
  const spaces = text.match(/\s/gu)?.length ?? 0
  const characters = standAlone.test(text) ? text.length : count(graphemeSegmenter().segment(text))
  return {
    words,
    characters,
    withoutSpaces: characters - spaces,
    sentences: words === 0 ? 0 : sentencesOf(text),
    paragraphs: words === 0 ? 0 : 1,
    unspaced: isUnspaced ? (text.match(unspacedLetters)?.length ?? 0) : 0,
  }
}

/** Sentences that have a letter or a number; a line of signs is none. */
function sentencesOf(text: string): number {
  let found = 0
  for (const { segment } of sentences(text)) if (/[\p{L}\p{N}]/u.test(segment)) found += 1
  return found
}

function count(segments: Iterable<unknown>): number {
  let found = 0
  for (const _ of segments) found += 1
  return found
}

/** Words, and characters of scripts without spaces, in a minute. */
const reading = { words: 220, characters: 500 }
const speaking = { words: 140, characters: 280 }

/** Minutes that silent reading takes; 0 only for no words at all. */
export const readingTime = (length: TextLength): number => minutes(length, reading)
/** Minutes that reading aloud takes. */
export const speakingTime = (length: TextLength): number => minutes(length, speaking)

function minutes({ words: all, unspaced }: TextLength, pace: typeof reading): number {
  if (all === 0) return 0
  // Words of scripts without spaces are counted by their characters: about two make a word.
  const spaced = Math.max(0, all - unspaced / 1.7)
  return Math.max(1, Math.round(spaced / pace.words + unspaced / pace.characters))
}
