import type { Authorship } from '@shared/history/authorship'
import { sharesOf, type AuthoredRun, type Share } from '@shared/history/blame'
import { authorColour, authorColours } from '@shared/suggestions/author-colour'
import type { MemberId } from '@shared/story/ids'
import type { DeskInfo } from '@shared/ipc'
import { dayAndMonth, fullDate } from '../../ui/dates'
import { nameOf } from '../../views/review/people'
import { dayOf } from '../../views/history/timeline'

type People = Pick<DeskInfo, 'members' | 'guests'>

/** Who wrote how much of some words, by person and day. */
export const sharesIn = (runs: readonly AuthoredRun[]): Share[] => sharesOf(runs, dayOf)

/** Whose a share is, and of which day: ‘Tomás Ferreira, 5 Nov’. */
export function shareTitle(share: Share, people: People): string {
  if (share.by === null) return 'Written before authorship was kept'
  const name = nameOf(people, share.by)
  return `${share.imported ? `Imported by ${name}` : name}, ${dayAndMonth(share.last)}`
}

/** The whole of a block in a line: ‘Ana, 3 Nov: 80% · Tomás, 5 Nov: 20%’. */
export function sharesLine(shares: readonly Share[], people: People): string {
  return shares.length === 1 ? shares.map((share) => shareTitle(share, people)).join('') : shares.map((share) => `${shareTitle(share, people)}: ${share.percent}%`).join(' · ')
}

/** What words say when the pointer is over them. */
export function wordsTitle(who: Authorship | null, people: People): string {
  if (who === null) return 'Written before authorship was kept'
  const name = nameOf(people, who.by)
  if (who.moved !== undefined && who.moved !== who.by) return `${name}, ${fullDate(who.at)}; put here by ${nameOf(people, who.moved)}`
  return who.imported === true ? `Imported by ${name}, ${fullDate(who.at)}` : `${name}, ${fullDate(who.at)}`
}

/** The colour of each author: everywhere the same, unless two authors of one text would have the same. */
export function coloursOf(authors: Iterable<MemberId>): ReadonlyMap<MemberId, number> {
  const colours = new Map<MemberId, number>()
  const taken = new Set<number>()
  for (const author of [...new Set(authors)].sort()) {
    let colour = authorColour(author)
    for (let tried = 0; taken.has(colour) && tried < authorColours; tried++) colour = (colour + 1) % authorColours
    taken.add(colour)
    colours.set(author, colour)
  }
  return colours
}
