import type { DeskInfo } from '../../shared/ipc'
import { DeskError } from '../../shared/result'
import type { MemberId, StoryId } from '../../shared/story/ids'
import type { Kind } from '../../shared/story/kind'
import { storyMeta } from '../../shared/story/story-doc'
import type { Member } from '../../shared/workflow/member'
import type { Desk } from '../desk/desk'
import type { Keyring } from '../desk/keyring'
import { refreshStory } from '../store/story-index'
import { refreshIndexBehind, type IndexRefresher } from './index-refresher'
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
  member(): Member
  actAs(id: MemberId): void
  info(): DeskInfo
  /** The kind of a story; one whose kind was removed keeps its texts under a kind with the common fields. */
  kindOf(id: StoryId): Kind
  /** Stores a change made by the desk itself (a workflow event, a comment) and tells the window. */
  changeStory(id: StoryId, edit: Parameters<StoryDocs['change']>[1]): void
  close(): void
}

export function openSession(desk: Desk, keyring: Keyring, preferred: string | undefined, events: SessionEvents): DeskSession {
  const docs = keepStoryDocs(desk)
  const index = refreshIndexBehind((id) => {
    refreshStory(desk, id, docs.get(id))
    events.storiesChanged([id])
  })
  let acting = startingMember(desk, keyring, preferred)

  return {
    desk,
    keyring,
    docs,
    index,
    events,
    member: () => memberOf(desk, acting),
    actAs(id) {
      memberOf(desk, id)
      if (!keyring.has(id)) throw new DeskError('no-key', 'The key of this member is not on this computer, so nobody can sign for them here.')
      acting = id
    },
    info: () => ({
      path: desk.path,
      name: desk.name,
      kinds: [...desk.kinds],
      policy: desk.policy,
      members: [...desk.members],
      currentMember: acting,
      signable: desk.members.filter((member) => keyring.has(member.id)).map((member) => member.id),
    }),
    kindOf: (id) => kindNamed(desk, storyMeta(docs.get(id)).get('kind')),
    changeStory(id, edit) {
      const update = docs.change(id, edit)
      events.storyUpdated(id, update)
      index.now(id)
    },
    close() {
      index.flush()
      desk.close()
    },
  }
}

function kindNamed(desk: Desk, name: unknown): Kind {
  const kind = desk.kinds.find((candidate) => candidate.id === name) ?? desk.kinds[0]
  if (kind === undefined) throw new DeskError('no-kinds', 'This desk has no kinds of story. Add one in its settings.')
  return kind
}

function memberOf(desk: Desk, id: MemberId): Member {
  const member = desk.members.find((candidate) => candidate.id === id)
  if (member === undefined) throw new DeskError('no-member', 'This member is not on the desk.')
  return member
}

function startingMember(desk: Desk, keyring: Keyring, preferred: string | undefined): MemberId {
  const here = desk.members.filter((member) => keyring.has(member.id))
  const first = here.find((member) => member.id === preferred) ?? here[0] ?? desk.members[0]
  if (first === undefined) throw new DeskError('no-members', 'This desk has no members.')
  return first.id
}
