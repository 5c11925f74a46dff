import type { DeskInfo, StoryRow } from '../../shared/ipc'
import type { GuestStory } from '../../shared/packet/story-home'
import { DeskError } from '../../shared/result'
import type { MemberId, StoryId } from '../../shared/story/ids'
import type { Kind } from '../../shared/story/kind'
import { storyMeta } from '../../shared/story/story-doc'
import { activeMembers, whyCantSign, type Member } from '../../shared/workflow/member'
import type { DerivedStory } from '../desk/derive-story'
import type { Desk } from '../desk/desk'
import { kindNamed } from '../desk/kinds'
import { deskFor } from '../desk/story-desk'
import type { Keyring } from '../desk/keyring'
import { guestStoryIds, homeOf } from '../store/story-homes'
import { markAllStale, putDerived } from '../store/story-index'
import { translationsOf, withSiblings } from '../store/translations'
import { catchUpBehind } from './catch-up'
import { rememberDerived } from './derived-stories'
import { refreshIndexBehind, type IndexRefresher } from './index-refresher'
import { lookingAt, type Looking } from './looking'
import { keepSittings, type Sittings } from './sittings'
import { keepStoryDocs, type StoryDocs } from './story-docs'

/** What the open desk tells the window. */
export interface SessionEvents {
  storiesChanged(ids: readonly StoryId[]): void
  storyUpdated(id: StoryId, update: Uint8Array): void
}

/** One open desk in one window: who acts, which stories are in memory, what waits to be derived. */
export interface DeskSession {
  readonly desk: Desk
  readonly keyring: Keyring
  readonly docs: StoryDocs
  readonly index: IndexRefresher
  readonly events: SessionEvents
  /** The stretches of work on stories, each with the version that it ends in. */
  readonly sittings: Sittings
  /** Which story is before the acting member. */
  readonly looking: Looking
  member(): Member
  actAs(id: MemberId): void
  info(): DeskInfo
  /** The kind of a story; one whose kind was removed keeps its texts under a kind with the common fields. */
  kindOf(id: StoryId): Kind
  /** All that a story implies as it stands. */
  derived(id: StoryId): DerivedStory
  /** A story as lists show it, as it stands. */
  row(id: StoryId): StoryRow
  /** Stores what the window wrote into a story; it is on the disk when this returns. Answers its sequence number. @throws DeskError as `StoryDocs.append` does. */
  append(id: StoryId, update: Uint8Array): number
  /**
   * Stores a change made by the desk itself (a workflow event, a comment) and tells the window.
   * @param also Stored with the change: both or neither.
   */
  changeStory(id: StoryId, edit: Parameters<StoryDocs['change']>[1], also?: () => void): void
  /** After rules or members were changed in the file: reads them, and brings the lists up to date behind. */
  reload(): void
  close(): void
}

export function openSession(desk: Desk, keyring: Keyring, preferred: string | undefined, events: SessionEvents): DeskSession {
  const docs = keepStoryDocs(desk, () => acting)
  const derived = rememberDerived(desk)
  const derive = (id: StoryId): DerivedStory => derived.of(id, docs.get(id))
  // The rows of its translations show a story, too.
  const tellChanged = (ids: readonly StoryId[]): void => events.storiesChanged(withSiblings(desk.db, ids))
  const index = refreshIndexBehind((id) => {
    if (putDerived(desk.db, derive(id))) tellChanged([id])
  })
  const catchUp = catchUpBehind(desk, tellChanged)
  catchUp.start()
  let acting = startingMember(desk, keyring, preferred)
  const member = (): Member => memberOf(desk, acting)
  const kindOf = (id: StoryId): Kind => kindNamed(deskFor(desk, id), storyMeta(docs.get(id)).get('kind'))
  const sittings = keepSittings({ desk, docs, derived: derive, kindOf, member, changed: (id) => tellChanged([id]) })
  const looking = lookingAt(desk.db, sittings, () => acting)

  return {
    desk,
    keyring,
    docs,
    index,
    events,
    sittings,
    looking,
    member,
    actAs(id) {
      const cant = whyCantSign(memberOf(desk, id))
      if (cant !== null) throw new DeskError('key-revoked', cant)
      if (!keyring.has(id)) throw new DeskError('no-key', 'The key of this member is not on this computer, so nobody can sign for them here.')
      sittings.rest()
      looking.handOver()
      acting = id
    },
    info: () => ({
      path: desk.path,
      name: desk.name,
      kinds: [...desk.kinds],
      policy: desk.policy,
      kindPolicies: kindPolicies(desk),
      members: desk.members.map(forWindow),
      currentMember: acting,
      signable: activeMembers(desk.members).filter((member) => keyring.has(member.id)).map((member) => member.id),
      guests: guestsOf(desk),
    }),
    kindOf,
    derived: derive,
    row(id) {
      const { row, translationGroup } = derive(id)
      return { ...row, translations: translationsOf(desk.db, translationGroup, id) }
    },
    append(id, update) {
      sittings.working(id)
      const { sequence, noted } = docs.append(id, update)
      if (noted !== null) events.storyUpdated(id, noted)
      index.soon(id)
      return sequence
    },
    changeStory(id, edit, also) {
      const update = docs.change(id, edit, also)
      events.storyUpdated(id, update)
      index.now(id)
    },
    reload() {
      desk.reload()
      // Whose key was revoked can do nothing more; somebody else of this computer goes on, if there is one.
      if (memberOf(desk, acting).revoked !== undefined) acting = startingMember(desk, keyring, undefined)
      markAllStale(desk.db)
      catchUp.start()
    },
    close() {
      catchUp.stop()
      sittings.rest()
      looking.leave()
      sittings.stop()
      index.flush()
      desk.close()
    },
  }
}

/** The stories of other desks, each with who counts for it. */
function guestsOf(desk: Desk): GuestStory[] {
  return guestStoryIds(desk.db).flatMap((id) => {
    const from = homeOf(desk.db, id)
    const here = deskFor(desk, id)
    return from === undefined ? [] : [{ story: id, desk: from.home.desk, kind: from.home.kind, policy: here.policy, members: here.members.map(forWindow) }]
  })
}

/** The rules of the kinds that have their own. */
function kindPolicies({ kinds, book }: Desk): DeskInfo['kindPolicies'] {
  return Object.fromEntries(kinds.flatMap(({ id }) => {
    const own = book.own(id)
    return own === null ? [] : [[id, own]]
  }))
}

function memberOf(desk: Desk, id: MemberId): Member {
  const member = desk.members.find((candidate) => candidate.id === id)
  if (member === undefined) throw new DeskError('no-member', 'This member is not on the desk.')
  return member
}

/** What was signed before a revocation, or a change of roles, is for main alone to know: it can be thousands of names. */
function forWindow({ earlier: _told, ...member }: Member): Member {
  return member.revoked === undefined ? member : { ...member, revoked: { ...member.revoked, keeps: [] } }
}

function startingMember(desk: Desk, keyring: Keyring, preferred: string | undefined): MemberId {
  const here = activeMembers(desk.members).filter((member) => keyring.has(member.id))
  const first = here.find((member) => member.id === preferred) ?? here[0] ?? desk.members[0]
  if (first === undefined) throw new DeskError('no-members', 'This desk has no members.')
  return first.id
}
