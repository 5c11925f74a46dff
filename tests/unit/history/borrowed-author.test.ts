import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { noteAuthor, type AuthorEntry } from '../../../src/shared/history/authorship'
import { borrowedAuthor } from '../../../src/shared/history/borrowed-author'
import { borrowedNaming, nameVersion } from '../../../src/shared/history/version-names'
import { Instant, MemberId, RevisionId } from '../../../src/shared/story/ids'
import { storyAuthors, storyText } from '../../../src/shared/story/story-doc'

const amina = MemberId.parse('1'.repeat(32))
const tomas = MemberId.parse('2'.repeat(32))
const by = (member: MemberId, day = 3): AuthorEntry & { readonly whose?: undefined; readonly length?: undefined } => ({ by: member, at: Instant.parse(`2026-11-0${day}T09:00:00.000Z`) })
/** Amina opens what does not come from her. */
const mayNotSpeak = new Set([amina])

/** Amina’s story, and the same with what a packet brings. */
function brought(edit: (doc: Y.Doc, clients: { readonly amina: number; readonly tomas: number }) => void): [before: Y.Doc, after: Y.Doc] {
  const before = new Y.Doc()
  noteAuthor(before, { client: before.clientID, clock: 0 }, by(amina))
  storyText(before, 'headline').insert(0, 'Nine ports agree')
  const after = new Y.Doc()
  Y.applyUpdate(after, Y.encodeStateAsUpdate(before))
  edit(after, { amina: before.clientID, tomas: after.clientID })
  return [before, after]
}

const borrowed = (edit: Parameters<typeof brought>[0]): MemberId | null => borrowedAuthor(...brought(edit), mayNotSpeak)

describe('A packet', () => {
  test('says who wrote its own words', () => {
    expect(borrowed((doc, clients) => {
      noteAuthor(doc, { client: clients.tomas, clock: 0 }, by(tomas, 5))
      storyText(doc, 'headline').insert(0, 'Today: ')
    })).toBeNull()
  })

  test('puts no words into the mouth of somebody of this desk', () => {
    expect(borrowed((doc, clients) => noteAuthor(doc, { client: clients.tomas, clock: 0 }, by(amina, 5)))).toBe(amina)
  })

  test('takes no words of somebody of this desk for its own, from the first on or from one in between', () => {
    expect(borrowed((doc, clients) => noteAuthor(doc, { client: clients.amina, clock: 0 }, by(tomas)))).toBe(amina)
    expect(borrowed((doc, clients) => noteAuthor(doc, { client: clients.amina, clock: 4 }, by(tomas)))).toBe(amina)
  })

  test('says no other time, and takes nothing back', () => {
    expect(borrowed((doc, clients) => noteAuthor(doc, { client: clients.amina, clock: 0 }, by(amina, 1)))).toBe(amina)
    expect(borrowed((doc, clients) => storyAuthors(doc).delete(`${clients.amina}:0`))).toBe(amina)
  })

  test('may move words of somebody of this desk, and says in its own name whose they are', () => {
    expect(borrowed((doc, clients) => {
      noteAuthor(doc, { client: clients.tomas, clock: 0 }, { ...by(tomas, 5), length: 4, whose: by(amina) })
      storyText(doc, 'headline').insert(0, 'Nine')
    })).toBeNull()
  })

  test('names versions, and names them anew, in no name but its own', () => {
    const version = RevisionId.parse('a'.repeat(64))
    const naming = (name: string, who: MemberId) => (doc: Y.Doc) => nameVersion(doc, version, { name, by: who, at: by(who).at })
    const named = (ours: (doc: Y.Doc) => void, theirs: (doc: Y.Doc) => void): MemberId | null => {
      const [before, after] = [new Y.Doc(), new Y.Doc()]
      ours(before)
      Y.applyUpdate(after, Y.encodeStateAsUpdate(before))
      theirs(after)
      return borrowedNaming(before, after, mayNotSpeak)
    }
    expect(named(naming('As sent', amina), () => {})).toBeNull()
    expect(named(naming('As sent', amina), naming('As read', tomas))).toBeNull()
    expect(named(naming('As sent', amina), naming('As read', amina))).toBe(amina)
    expect(named(() => {}, naming('As read', amina))).toBe(amina)
  })

  test('may bring a story that is new here, with all its authors, as far as they are not of this desk', () => {
    const [before, after] = brought((doc, clients) => noteAuthor(doc, { client: clients.tomas, clock: 0 }, by(tomas)))
    expect(borrowedAuthor(null, after, new Set())).toBeNull()
    expect(borrowedAuthor(null, before, mayNotSpeak)).toBe(amina)
  })
})
