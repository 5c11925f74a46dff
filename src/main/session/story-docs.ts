import * as Y from 'yjs'
import type { AuthoredLine } from '../../shared/history/authors-of-version'
import { rememberTaken, type Returned, type TakenWords } from '../../shared/history/taken-words'
import type { MemberId, StoryId } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { lostInMerge, putBack, type BothSaid } from '../../shared/suggestions/keep-both'
import { appendUpdate, loadStory, storedUpdate } from '../store/stories'
import { noteAuthors } from './authors'
import { applyWindowUpdate } from './window-update'

/** The stories in use, kept in memory beside the store; what is here is always also on disk. */
export interface StoryDocs {
  get(id: StoryId): Y.Doc
  /** The whole of a story as one update; one that is not in memory is answered as it is stored, and taken in when somebody asks what it implies. */
  whole(id: StoryId): Uint8Array
  /** Expects these words to come back: whoever brings them, they are whose they were. */
  expect(id: StoryId, lines: readonly AuthoredLine[]): void
  /** Applies and stores an update that the window made, with who wrote it where that is not noted yet, and with what a merge would have lost: an update that the window has to be told of. @throws DeskError when it is no Yjs update, or touches what only the desk writes; nothing is then stored. */
  append(id: StoryId, update: Uint8Array): { readonly sequence: number; readonly noted: Uint8Array | null }
  /**
   * Changes a story and stores exactly that change; the change's update is returned for the windows.
   * @param also Stored in the same transaction.
   */
  change(id: StoryId, edit: (doc: Y.Doc) => void, also?: () => void): Uint8Array
}

/**
 * @param writer Who acts now: what the window and the desk write is theirs.
 * @param limit How many stories stay in memory; the least recently used goes first.
 */
export function keepStoryDocs(desk: Desk, writer: () => MemberId, limit = 12): StoryDocs {
  const authors = noteAuthors(writer)
  const taken = new WeakMap<Y.Doc, TakenWords>()

  function takenFrom(doc: Y.Doc): TakenWords {
    const words = taken.get(doc) ?? rememberTaken(doc)
    taken.set(doc, words)
    return words
  }

  const docs = new Map<StoryId, Y.Doc>()

  function get(id: StoryId): Y.Doc {
    const doc = docs.get(id) ?? loadStory(desk.db, id)
    docs.delete(id)
    docs.set(id, doc)
    const oldest = docs.keys().next()
    if (docs.size > limit && !oldest.done) docs.delete(oldest.value)
    return doc
  }

  return {
    get,
    whole(id) {
      const known = docs.get(id)
      return known === undefined ? storedUpdate(desk.db, id) : Y.encodeStateAsUpdate(known)
    },
    expect: (id, lines) => takenFrom(get(id)).expect(lines),
    append(id, update) {
      try {
        const doc = get(id)
        const returned: Returned[] = []
        const lost: BothSaid[] = []
        const written = applyWindowUpdate(doc, update, (transaction) => {
          returned.push(...takenFrom(doc).hear(transaction))
          lost.push(...lostInMerge(transaction, update))
        })
        const by = authors.note(doc, written, returned)
        const own = [...(by === null ? [] : [by]), ...(lost.length === 0 ? [] : [updateOf(doc, () => putBack(doc, lost))])]
        const noted = own.length === 0 ? null : Y.mergeUpdates(own)
        return { noted, sequence: appendUpdate(desk.db, id, noted === null ? update : Y.mergeUpdates([update, noted])) }
      } catch (error) {
        // What is in memory may be ahead of the disk now; it is read again from there.
        docs.delete(id)
        throw error
      }
    },
    change(id, edit, also) {
      const draft = get(id)
      const before = Y.encodeStateVector(draft)
      try {
        draft.transact((transaction) => {
          edit(draft)
          authors.noteOwn(draft, transaction)
        })
        const update = Y.encodeStateAsUpdate(draft, before)
        desk.db.transaction(() => {
          also?.()
          appendUpdate(desk.db, id, update)
        }).immediate()
        return update
      } catch (error) {
        docs.delete(id)
        throw error
      }
    },
  }
}

/** What a change adds to a document. */
function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  change()
  return Y.encodeStateAsUpdate(doc, before)
}
