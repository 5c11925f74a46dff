import type { Words } from './comment-place'
import type { TextFlow } from './text-flow'

/** So much of what stands beside words is remembered; characters. */
const reach = 32
const mostWords = 500
/** Of words that are all over a text, no more places are compared. */
const mostPlaces = 400
/** So many characters beside words that are the same, and they are taken to be the same words. */
const enough = 8

/** A stretch of a flow of text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** All that it takes to find a stretch of a text again. */
export function describeWords({ text }: Pick<TextFlow, 'text'>, { start, end }: Stretch): Words {
  const words = whole(text.slice(start, Math.min(end, start + mostWords)))
  const described = { words, length: end - start, before: before(text, start), after: after(text, end) }
  const rivals = placesOf(text, described).filter((place) => place.start !== start)
  return { ...described, rival: rivals.reduce((best, place) => Math.max(best, likeness(text, place, described)), -1) }
}

/**
 * Where described words stand now; null when they are nowhere, or only at places that are no more like the one described than
 * another place was even then: words are rather given up than put elsewhere.
 */
export function findWords({ text }: Pick<TextFlow, 'text'>, described: Words): Stretch | null {
  let found: Stretch | null = null
  let best = described.rival
  for (const place of placesOf(text, described)) {
    const like = likeness(text, place, described)
    if (like <= best) continue
    best = like
    found = place
  }
  const needed = Math.min(enough, described.before.length + described.after.length)
  const unmistakable = described.rival < 0 && described.words.length >= enough
  return found !== null && (best >= needed || unmistakable) ? found : null
}

/** The first place with these words, however they are spaced: all that there is to go by for a comment of an earlier version. */
export function findQuote(flow: Pick<TextFlow, 'text'>, quote: string): Stretch | null {
  const words = quote.trim()
  return words === '' ? null : (placesOf(flow.text, { words, length: words.length })[0] ?? null)
}

function placesOf(text: string, { words, length }: Pick<Words, 'words' | 'length'>): Stretch[] {
  const tokens = words.split(/\s+/).filter((token) => token !== '')
  if (tokens.length === 0) return []
  const pattern = new RegExp(tokens.map((token) => token.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+'), 'g')
  const places: Stretch[] = []
  for (let match = pattern.exec(text); match !== null && places.length < mostPlaces; match = pattern.exec(text)) {
    const { index } = match
    places.push({ start: index, end: Math.min(text.length, Math.max(index + match[0].length, length > words.length ? index + length : 0)) })
    // They may overlap: ‘ana’ is twice in ‘banana’.
    pattern.lastIndex = index + 1
  }
  return places
}

/** How many characters beside a place are those that were beside the words described. */
function likeness(text: string, { start, end }: Stretch, described: Pick<Words, 'before' | 'after'>): number {
  const [left, right] = [before(text, start), after(text, end)]
  let same = 0
  while (same < Math.min(left.length, described.before.length) && left.at(-1 - same) === described.before.at(-1 - same)) same++
  let alike = 0
  while (alike < Math.min(right.length, described.after.length) && right[alike] === described.after[alike]) alike++
  return same + alike
}

/** Up to the edge of the block, which counts as a character. */
function before(text: string, start: number): string {
  const near = text.slice(Math.max(0, start - reach), start)
  return near.slice(Math.max(0, near.lastIndexOf('\n'))).replace(/^[\uDC00-\uDFFF]/, '')
}

function after(text: string, end: number): string {
  const near = text.slice(end, end + reach)
  const edge = near.indexOf('\n')
  return whole(edge === -1 ? near : near.slice(0, edge + 1))
}

/** Without half of a character at the end. */
const whole = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, '')
