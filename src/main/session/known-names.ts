import { nameWords, type NameWords } from '../../shared/redline/names'
import { suggestionsFor } from '../desk/suggestions'
import { listDeskWords } from '../store/desk-words'
import type { DeskSession } from './desk-session'

/** As many bylines and as many places are looked at, those in the most stories first. */
const most = 3000
/** Names change rarely, and a redline is asked for after every pause of typing; milliseconds. */
const keptFor = 30_000

const known = new WeakMap<DeskSession, { readonly names: NameWords; readonly at: number }>()

/** The words of names that the desk knows: of its dictionary, of bylines and places in its stories, and of its members. */
export function knownNames(session: DeskSession): NameWords {
  const last = known.get(session)
  if (last !== undefined && Date.now() - last.at < keptFor) return last.names
  const { desk } = session
  const [bylines, places] = [suggestionsFor(desk, { id: 'byline', type: 'person' }, '', most), suggestionsFor(desk, { id: 'places', type: 'place' }, '', most)]
  const names = nameWords([...listDeskWords(desk.db).map(({ word }) => word), ...bylines.map(({ value }) => value), ...places.map(({ value }) => value), ...desk.members.map(({ name }) => name)])
  known.set(session, { names, at: Date.now() })
  return names
}
