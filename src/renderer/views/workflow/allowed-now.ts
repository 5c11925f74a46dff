import type { ActionName, StoryStatus } from '@shared/ipc'
import type { Member } from '@shared/workflow/member'

/** Why the acting member can't do something now, in words; '' when they can. */
export function whyNot({ actions }: Pick<StoryStatus, 'actions'>, action: ActionName): string {
  return actions.find((entry) => entry.action === action)?.why ?? ''
}

export const mayNow = ({ actions }: Pick<StoryStatus, 'actions'>, action: ActionName): boolean => actions.some((entry) => entry.action === action && entry.allowed)

/** The decision that the header offers first, and one beside it. */
export type Offer = 'submit' | 'approve' | 'requestChanges' | 'withdraw' | 'publish' | 'unarchive'
export interface Offers {
  readonly primary: Offer | null
  readonly beside: Offer | null
}

/** What a member most likely wants to do with a story now: only what is allowed, and 'submit' where writing goes on. */
export function offersFor(status: StoryStatus, member: Member): Offers {
  const { state, submitted } = status.workflow
  const may = (action: ActionName): boolean => mayNow(status, action)
  const publish = whyNotPublish(status, member) === '' ? 'publish' : null
  switch (state) {
    case 'archived':
      return { primary: null, beside: may('unarchive') ? 'unarchive' : null }
    case 'inReview': {
      if (may('approve')) return { primary: 'approve', beside: 'requestChanges' }
      const editedSince = submitted !== null && submitted.revision !== status.currentRevision
      return { primary: editedSince && may('submit') ? 'submit' : null, beside: may('withdraw') ? 'withdraw' : may('requestChanges') ? 'requestChanges' : null }
    }
    case 'draft':
    case 'changesRequested':
      return { primary: 'submit', beside: null }
    case 'approved':
    case 'scheduled':
    case 'published':
      if (status.changedSinceApproval) return { primary: 'submit', beside: publish }
      return state === 'published' ? { primary: null, beside: publish } : { primary: publish, beside: null }
  }
}

/** Why a member can't publish a story now, in words; '' when they can. */
export function whyNotPublish({ workflow, guestOf }: StoryStatus, member: Member): string {
  if (guestOf !== undefined) return `The story belongs to ‘${guestOf}’, and is published there.`
  if (workflow.state === 'archived') return 'The story is in the archive. Take it out first.'
  if (workflow.approvedRevision === null) return 'Nothing of this story has been approved yet.'
  if (member.roles.includes('admin') || member.roles.includes('publisher')) return ''
  return `Only a publisher can do this, and ${member.name} is not.`
}
