import type { KindId, RevisionId } from '../../shared/story/ids'
import type { Revision } from '../../shared/story/revision'
import { changeBetween, type Change } from '../../shared/workflow/small-change'
import type { Rules } from '../../shared/workflow/standing'
import type { DeskDatabase } from '../store/database'
import { getRevision, kindOfRevision } from '../store/revisions'
import type { Desk } from './desk'

/** The story as it stands, which may be no revision yet. */
export interface AsItStands {
  readonly current: Revision
  readonly currentRevision: RevisionId
}

/** What the events of a desk's stories are judged by. */
export function rulesOf({ db, book, members }: Pick<Desk, 'db' | 'book' | 'members'>, standing?: AsItStands): Rules {
  const revisionOf = (id: RevisionId): Revision | undefined => (standing?.currentRevision === id ? standing.current : getRevision(db, id))
  return {
    policy: book.founding,
    book,
    members,
    kindOf: (revision) => (standing?.currentRevision === revision ? standing.current.kind : kindOf(db, revision)),
    changeBetween: (previous, revision) => change(db, previous, revision, revisionOf),
  }
}

const kinds = new WeakMap<DeskDatabase, Map<RevisionId, KindId | null>>()

/** A revision never changes, so its kind is looked up once. */
function kindOf(db: DeskDatabase, revision: RevisionId): KindId | null {
  const known = kinds.get(db) ?? new Map<RevisionId, KindId | null>()
  kinds.set(db, known)
  const before = known.get(revision)
  if (before !== undefined) return before
  const kind = kindOfRevision(db, revision)
  // One that is not there yet may come.
  if (kind !== null) known.set(revision, kind)
  return kind
}

const remembered = 500
const changes = new WeakMap<DeskDatabase, Map<string, Change>>()

/** Null when one of the revisions is not there, or is no longer what its name says. */
function change(db: DeskDatabase, previous: RevisionId, revision: RevisionId, revisionOf: (id: RevisionId) => Revision | undefined): Change | null {
  const known = changes.get(db) ?? new Map<string, Change>()
  changes.set(db, known)
  const name = `${previous} ${revision}`
  const before = known.get(name)
  if (before !== undefined) return before
  const [older, newer] = [readable(revisionOf, previous), readable(revisionOf, revision)]
  if (older === undefined || newer === undefined) return null
  if (known.size >= remembered) known.clear()
  const found = changeBetween(older, newer)
  known.set(name, found)
  return found
}

function readable(revisionOf: (id: RevisionId) => Revision | undefined, id: RevisionId): Revision | undefined {
  try {
    return revisionOf(id)
  } catch {
    // What was changed in the file is told by whoever uses it; here it is no revision.
    return undefined
  }
}
