import './story-provider.css'
import { FileWarning } from 'lucide-react'
import type { StoryId } from '@shared/story/ids'
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import type { Failure } from '@shared/result'
import { Button } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { failureOf } from '../ui/failure'
import { leaveStory, openStory, joinStory } from './open-stories'
import type { StorySession } from './story-session'

const SessionContext = createContext<StorySession | null>(null)

/** The story around this component. @throws Error outside of a StoryProvider. */
export function useStorySession(): StorySession {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('There is no StoryProvider around this component')
  return session
}

type Opening = { readonly kind: 'opening' } | { readonly kind: 'open'; readonly session: StorySession } | { readonly kind: 'failed'; readonly failure: Failure }

/** Opens a story and shows its children once it is there. Give it the story's id as `key`. */
export function StoryProvider({ id, children }: { readonly id: StoryId; readonly children: ReactNode }) {
  const [attempt, setAttempt] = useState(0)
  return (
    <Attempt key={attempt} id={id} again={() => setAttempt(attempt + 1)}>
      {children}
    </Attempt>
  )
}

function Attempt({ id, again, children }: { readonly id: StoryId; readonly again: () => void; readonly children: ReactNode }) {
  const [state, setState] = useState<Opening>(() => {
    const session = openStory(id)
    return session ? { kind: 'open', session } : { kind: 'opening' }
  })
  useEffect(() => {
    let here = true
    joinStory(id).then(
      (session) => here && setState((now) => (now.kind === 'open' && now.session === session ? now : { kind: 'open', session })),
      (error: unknown) => here && setState({ kind: 'failed', failure: failureOf(error) }),
    )
    return () => {
      here = false
      leaveStory(id)
    }
  }, [id])
  switch (state.kind) {
    case 'open':
      return <SessionContext value={state.session}>{children}</SessionContext>
    case 'opening':
      return <div className="story-opening" aria-busy="true" aria-label="Opening the story" />
    case 'failed':
      return (
        <div className="story-opening">
          <Empty icon={FileWarning} title="The story could not be opened" actions={<Button onClick={again}>Try again</Button>}>
            {state.failure.message}
          </Empty>
        </div>
      )
  }
}
