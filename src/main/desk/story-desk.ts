import { membersAsSigned } from '../../shared/identity/members-as-signed'
import { DeskError } from '../../shared/result'
import type { StoryId } from '../../shared/story/ids'
import { genuineVersions } from '../../shared/workflow/check-policies'
import type { Member } from '../../shared/workflow/member'
import { policyBook } from '../../shared/workflow/policy-book'
import { homeOf, type HomeOfStory } from '../store/story-homes'
import type { Desk } from './desk'
import { isGenuine, verifySignature } from './identity'

interface Remembered {
  readonly from: HomeOfStory
  readonly members: Desk['members']
  readonly desk: Desk
}
const remembered = new WeakMap<Desk, Map<StoryId, Remembered>>()

/**
 * The desk as it is for one story. A story that another desk has sent goes by its home's kind, policy and members, and by those
 * of this desk who were invited to it, in the roles that they were invited as: so its log says the same on both. Every other
 * story has the desk as it stands. The same value as long as nothing of it was changed.
 */
export function deskFor(desk: Desk, story: StoryId): Desk {
  const from = homeOf(desk.db, story)
  if (from === undefined) return desk
  const stories = remembered.get(desk) ?? new Map<StoryId, Remembered>()
  remembered.set(desk, stories)
  const before = stories.get(story)
  if (before?.from === from && before.members === desk.members) return before.desk
  const { path, db, name, reload, close } = desk
  const seen: Desk = { path, db, name, kinds: [from.home.kind], ...lawOf(from, desk.members), reload: () => reload(), close: () => close() }
  stories.set(story, { from, members: desk.members, desk: seen })
  return seen
}

/** The rules of the home, and who counts for them. */
function lawOf(from: HomeOfStory, local: readonly Member[]): Pick<Desk, 'policy' | 'book' | 'members'> {
  const members = membersOf(from, local)
  const { policy, policies = [], kind } = from.home
  const book = policyBook(policy, genuineVersions(policies, members, verifySignature))
  return { policy: book.current(kind.id).policy, book, members }
}

/** Whether a story belongs to another desk, and is here for review. */
export const isGuest = (desk: Pick<Desk, 'db'>, story: StoryId): boolean => homeOf(desk.db, story) !== undefined

/**
 * What only a story's own desk does with it.
 * @param instead What a person can do about it, as a sentence.
 * @throws DeskError `guest-story` when the story belongs to another desk.
 */
export function refuseGuest(desk: Pick<Desk, 'db'>, story: StoryId, instead: string): void {
  const from = homeOf(desk.db, story)
  if (from !== undefined) throw new DeskError('guest-story', `This story belongs to another desk, ‘${from.home.desk.name}’. ${instead}`)
}

/**
 * A guest whom the home desk does not list yet has come later than all that is in the log so far: whoever was alone there when
 * they signed off stays so.
 */
function membersOf({ home, guests }: HomeOfStory, local: readonly Member[]): readonly Member[] {
  const listed = membersAsSigned(home.members.filter(isGenuine), { revocations: home.revocations, roleChanges: home.roleChanges ?? [] }, verifySignature)
  const names = new Set(listed.map(({ id }) => id))
  const roles = new Map<string, Member['roles']>()
  for (const guest of guests) roles.set(guest.member, [...new Set([...(roles.get(guest.member) ?? []), ...guest.roles])])
  const invited = local.flatMap((member) => {
    const as = names.has(member.id) ? undefined : roles.get(member.id)
    return as === undefined ? [] : [{ ...member, roles: as, addedAt: home.at }]
  })
  return [...listed, ...invited]
}

/** A member as they count for a story: with the roles that they have at its home, or with none. */
export function memberFor(desk: Desk, story: StoryId, member: Member): Member {
  const here = deskFor(desk, story)
  return here === desk ? member : (here.members.find(({ id }) => id === member.id) ?? { ...member, roles: [] })
}

/** Who is known of a story by name: who counts for it, and who else is a member of this desk. */
export function peopleOf(desk: Desk, story: StoryId): readonly Member[] {
  const here = deskFor(desk, story)
  if (here === desk) return desk.members
  const known = new Set(here.members.map(({ id }) => id))
  return [...here.members, ...desk.members.filter(({ id }) => !known.has(id))]
}

/** The members of this desk who were asked to review a story of another desk; none for a story of this one. */
export function askedGuests(desk: Pick<Desk, 'db'>, story: StoryId): readonly Member['id'][] {
  return homeOf(desk.db, story)?.guests.map(({ member }) => member) ?? []
}
