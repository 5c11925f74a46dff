import * as Y from 'yjs'
import { noteAuthor, notedAuthors, type AuthorEntry, type Authorship, type Letter } from '../../shared/history/authorship'
import { pauseMs } from '../../shared/history/sittings'
import type { Returned } from '../../shared/history/taken-words'
import { Instant, type MemberId } from '../../shared/story/ids'
import { fieldOfText, storyBody, storyFields } from '../../shared/story/story-doc'

/** Notes in a story's document who writes it: once for each stretch of work of a client, so it costs nothing while one types. */
export interface Authors {
  /**
   * Notes who wrote these letters, where it is not noted yet, and whose the words are that came back with them. Answers the update
   * that says so, or null.
   */
  note(doc: Y.Doc, letters: readonly Letter[], returned?: readonly Returned[]): Uint8Array | null
  /** Within a change by the desk itself: notes who acted, if it changed what readers read. */
  noteOwn(doc: Y.Doc, transaction: Y.Transaction): void
}

interface Writing {
  readonly by: MemberId
  last: number
}

/** @param writer Who acts now. */
export function noteAuthors(writer: () => MemberId, now: () => number = Date.now): Authors {
  const known = new WeakMap<Y.Doc, Map<number, Writing>>()

  function writingIn(doc: Y.Doc): Map<number, Writing> {
    const found = known.get(doc)
    if (found !== undefined) return found
    const noted = notedAuthors(doc).filter(({ who }) => who.length === undefined)
    const made = new Map(noted.map(({ client, who }): [number, Writing] => [client, { by: who.by, last: Date.parse(who.at) }]))
    known.set(doc, made)
    return made
  }

  /** Whether these letters begin something: another client, another person, or work after a pause. */
  function begins(doc: Y.Doc, { client }: Letter): boolean {
    const writing = writingIn(doc)
    const [by, at] = [writer(), now()]
    const before = writing.get(client)
    if (before?.by === by && at - before.last < pauseMs) {
      before.last = at
      return false
    }
    writing.set(client, { by, last: at })
    return true
  }

  const me = (): AuthorEntry => ({ by: writer(), at: Instant.parse(new Date(now()).toISOString()) })
  const set = (doc: Y.Doc, letter: Letter): void => noteAuthor(doc, letter, me())
  /** What somebody wrote just now and moves is theirs either way. */
  const isOwnWork = (who: Authorship | null): boolean => who?.by === writer() && who.imported === undefined && who.moved === undefined && now() - Date.parse(who.at) < pauseMs

  return {
    note(doc, letters, returned = []) {
      const fresh = letters.filter((letter) => begins(doc, letter))
      const others = returned.filter(({ who }) => !isOwnWork(who))
      if (fresh.length === 0 && others.length === 0) return null
      const before = Y.encodeStateVector(doc)
      doc.transact(() => {
        fresh.forEach((letter) => set(doc, letter))
        for (const { from, length, who } of others) noteAuthor(doc, from, { ...me(), length, whose: withoutMover(who) })
      })
      return Y.encodeStateAsUpdate(doc, before)
    },
    noteOwn(doc, { changed, beforeState }) {
      const { clientID: client } = doc
      const clock = beforeState.get(client) ?? 0
      if (Y.getState(doc.store, client) === clock || ![...changed.keys()].some((type) => isRead(doc, type))) return
      if (begins(doc, { client, clock })) set(doc, { client, clock })
    },
  }
}

/** Whoever moves words last says whose they are. */
function withoutMover(who: Authorship | null): Authorship | null {
  if (who === null) return null
  const { moved: _, ...author } = who
  return author
}

/** Whether a part of the document is read by readers: its fields and its body. */
function isRead(doc: Y.Doc, changed: { readonly parent: unknown }): boolean {
  const root = rootOf(changed)
  return root === storyBody(doc) || root === storyFields(doc) || (root instanceof Y.Text && fieldOfText(Y.findRootTypeKey(root)) !== null)
}

function rootOf(type: { readonly parent: unknown }): unknown {
  return type.parent instanceof Y.AbstractType ? rootOf(type.parent) : type
}
