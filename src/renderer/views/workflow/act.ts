import type { CallInput } from '@shared/ipc'
import { call } from '../../app/bridge'
import { adoptStatus } from '../../story/status-store'
import type { StorySession } from '../../story/story-session'
import { failureOf } from '../../ui/failure'
import { complain } from '../../ui/notices'

/** An action as the contract's callers write it: what has a default may be left out. */
export type ActionInput = CallInput<'story.act'>['action']

/**
 * Stores everything typed, then does one action as the acting member: what is decided on is what is on the screen.
 * Answers whether it was done; when not, the reason has been shown.
 */
export async function actOnStory(session: StorySession, action: ActionInput): Promise<boolean> {
  try {
    await session.flush()
    adoptStatus(await call('story.act', { id: session.id, action }))
    return true
  } catch (error) {
    complain(failureOf(error))
    return false
  }
}
