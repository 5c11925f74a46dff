import { excerpt } from '../story/excerpt'
import type { Clearance } from './clearance'
import { hashOfPart, namedPart, type Part } from './parts'
import { sharedWords } from './shared-words'

/** How a part of the text stands. */
export interface PartStanding {
  readonly part: Part
  /** The clearances that hold for it as it is; none when it is not cleared. */
  readonly cleared: readonly Clearance[]
  /** The one that held before it was changed, when it is not cleared any more. */
  readonly before: Clearance | null
}

export interface Standings {
  /** Every part of the text, in reading order. */
  readonly parts: readonly PartStanding[]
  /** Clearances of what is no longer in the text, not even in other words. */
  readonly gone: readonly Clearance[]
}

/** From so much in common on, a part is taken for a changed one and not for another. */
const alike = 0.4

/**
 * What is cleared of a text. A clearance holds for every part that says exactly what was cleared. One that holds for none was of something
 * that was changed: it goes to the part of its kind that is most like it, and is cleared by nothing else, or it is of something that is gone.
 */
export function standingsOf(parts: readonly Part[], clearances: readonly Clearance[]): Standings {
  const inForce = clearances.filter(({ takenBack }) => takenBack === undefined)
  if (inForce.length === 0) return { parts: parts.map((part) => ({ part, cleared: [], before: null })), gone: [] }
  const cleared = parts.map((part) => inForce.filter((one) => holdsFor(one, part)))
  const held = new Set(cleared.flat())
  const lost = inForce.filter((one) => !held.has(one))
  const before = changedFrom(parts.flatMap((part, index) => (cleared[index]?.length === 0 ? [{ kind: part.kind, index, words: excerpt(part.words, 200) }] : [])), lost)
  const found = new Set([...before.values()].map(({ part }) => part.hash))
  return {
    parts: parts.map((part, index) => ({ part, cleared: cleared[index] ?? [], before: before.get(index) ?? null })),
    gone: lost.filter(({ part }) => !found.has(part.hash)),
  }
}

const holdsFor = ({ part: { kind, hash } }: Clearance, part: Part): boolean => kind === part.kind && hash === hashOfPart(part)

/** For each part that was changed, the last clearance that it lost; the pairs that have most in common come first. */
function changedFrom(open: readonly { readonly kind: string; readonly index: number; readonly words: string }[], lost: readonly Clearance[]): Map<number, Clearance> {
  const pairs = lost.flatMap((clearance, order) =>
    open
      .filter(({ kind }) => kind === clearance.part.kind)
      .map(({ index, words }) => ({ clearance, order, index, common: sharedWords(words, clearance.part.excerpt) }))
      .filter(({ common }) => common >= alike),
  )
  const taken = new Map<number, Clearance>()
  const placed = new Set<string>()
  for (const { clearance, index } of pairs.sort((a, b) => b.common - a.common || b.order - a.order)) {
    // Several members may have cleared the same words; all of them were of this part.
    if (placed.has(clearance.part.hash) || taken.has(index)) continue
    taken.set(index, clearance)
    placed.add(clearance.part.hash)
  }
  return taken
}

/** A part as it would be named when it is cleared now, if it is in the text. */
export const partNamed = (parts: readonly Part[], kind: string, hash: string): ReturnType<typeof namedPart> | null => {
  const found = parts.find((part) => part.kind === kind && hashOfPart(part) === hash)
  return found === undefined ? null : namedPart(found)
}
