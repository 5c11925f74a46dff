import { afterFrame } from '../app/after-frame'
import { ask } from '../app/bridge'
import type { StorySession } from './story-session'

/** One after the other: what was typed into a story belongs to what its reader saw of it. */
let last: Promise<unknown> = Promise.resolve()
let shown: StorySession | null = null

/** Says that a story is before the person who acts; answers how to say that it is no more. */
export function lookAt(session: StorySession): () => void {
  shown = session
  tell(session)
  return () => {
    if (shown === session) shown = null
    last = last.then(() => session.flush()).catch(() => undefined)
    tell(shown)
  }
}

/**
 * Main alone has to know: nothing here waits for it, and nothing goes wrong when it does not answer. What it then does with the story that was left takes
 * a while, so it is told when the other one can be read.
 */
function tell(session: StorySession | null): void {
  last = last
    .then(() => new Promise<void>((resolve) => void afterFrame(resolve)))
    .then(() => (shown === session ? ask('history.show', { story: session?.id ?? null }) : undefined))
}
