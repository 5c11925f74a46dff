import type { PartKind } from '../clearance/clearance'
import { checkOf, clearancesOf, mustBeCleared } from '../clearance/clearances-of'
import { partInWords } from '../clearance/in-words'
import type { PartStanding, Standings } from '../clearance/standing'
import { excerpt } from '../story/excerpt'
import { textOf, type Check, type Found, type PreflightInput } from './check'

/** What is looked at in parts that were cleared, or have to be. A policy that names one of the first three asks for clearances of all such parts. */
export const clearanceChecks: readonly Check[] = [
  { id: checkOf.quotation, label: 'Clearances of quotations', severity: 'warning', find: (input) => findUncleared(input, ['quotation']) },
  { id: checkOf.picture, label: 'Clearances of pictures and files', severity: 'warning', find: (input) => findUncleared(input, ['picture', 'file']) },
  { id: checkOf.number, label: 'Clearances of tables and figures', severity: 'warning', find: (input) => findUncleared(input, ['table', 'number']) },
  { id: 'clearance-gone', label: 'Cleared parts that are no longer in the text', severity: 'note', find: findGone },
]

const none: Standings = { parts: [], gone: [] }

function standings({ body, fields, clearances = [] }: PreflightInput, asked: boolean): Standings {
  return clearances.length === 0 && !asked ? none : clearancesOf(body, textOf(fields, 'language'), clearances)
}

function findUncleared(input: PreflightInput, kinds: readonly PartKind[]): Found[] {
  const asked = kinds.some((kind) => input.policy.blocking.includes(checkOf[kind]))
  return standings(input, asked).parts.flatMap((standing) => (kinds.includes(standing.part.kind) && standing.cleared.length === 0 ? foundIn(standing, asked) : []))
}

function foundIn({ part, before }: PartStanding, asked: boolean): Found[] {
  const words = excerpt(part.words, 60)
  const place = { in: 'body' as const, path: [...part.path], excerpt: words }
  const named = `The ${partInWords({ kind: part.kind, excerpt: words })}`
  // What is to be put back is said to the letter, a comma at its end as well.
  if (before !== null) return [{ message: `${named} was changed after it was cleared.`, place, fix: `Have it cleared again, or put back what was cleared: ‘${excerpt(before.part.excerpt, 120)}’` }]
  return asked && mustBeCleared(part) ? [{ message: `${named} is not cleared.`, place, fix: 'Have it cleared by whoever answers for it.' }] : []
}

function findGone(input: PreflightInput): Found[] {
  return standings(input, false).gone.map(({ part }) => ({
    message: `The ${partInWords({ kind: part.kind, excerpt: excerpt(part.excerpt, 60) })} was cleared and is no longer in the text.`,
    place: { in: 'story' as const },
  }))
}
