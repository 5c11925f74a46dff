import { quotationsIn } from '../style/quotation'
import { quotesOf } from '../typography/quotes'

interface Range {
  readonly from: number
  readonly to: number
}

/** Pairs that open with what is a closing mark elsewhere; only where they are closed in the same block. */
const turned = /”[^”“]*[”“]|»[^»«]*«|‹[^›]*›|›[^‹]*‹|‚[^‘]*‘/gu

/** The stretches of a text that stand in quotation marks of any language; those of the story's own language come first. */
export function quotedIn(text: string, language: string): Range[] {
  const [open, close] = quotesOf(language).outer
  // Where a language, or a text, opens with what closes elsewhere, its marks would be read the wrong way round.
  const opensTurned = open === '”' ? [open, close] : /[«»]/.exec(text)?.[0] === '»' ? ['»', '«'] : null
  const own = opensTurned === null ? [] : rangesOf(text, new RegExp(`${opensTurned[0]}[^${opensTurned.join('')}]*${opensTurned[1]}`, 'gu'))
  const usual = quotationsIn(without(text, own))
  return [...own, ...usual, ...rangesOf(without(text, [...own, ...usual]), turned)]
}

const rangesOf = (text: string, pattern: RegExp): Range[] => Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({ from: index, to: index + found.length }))

function without(text: string, ranges: readonly Range[]): string {
  return ranges.reduce((rest, { from, to }) => `${rest.slice(0, from)}${' '.repeat(to - from)}${rest.slice(to)}`, text)
}
