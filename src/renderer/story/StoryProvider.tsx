import './story-provider.css'
import { FileWarning } from 'lucide-react'
import type { StoryId } from '@shared/story/ids'
import type { Kind } from '@shared/story/kind'
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Failure } from '@shared/result'
import { Button } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { failureOf } from '../ui/failure'
import { lookAt } from './looking'
import { leaveStory, openStory, joinStory } from './open-stories'
import type { StorySession } from './story-session'

/** The session with its kind: whoever uses it is drawn again when the kind is another one. */
interface Provided {
  readonly session: StorySession
  readonly kind: Kind
}
const SessionContext = createContext<Provided | null>(null)

/** The story around this component. @throws Error outside of a StoryProvider. */
export function useStorySession(): StorySession {
  const provided = useContext(SessionContext)
  if (provided === null) throw new Error('There is no StoryProvider around this component')
  return provided.session
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
      return <Provide session={state.session}>{children}</Provide>
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

function Provide({ session, children }: { readonly session: StorySession; readonly children: ReactNode }) {
  const { kind } = useStore(session.kindState)
  useEffect(() => lookAt(session), [session])
  const provided = useMemo(() => ({ session, kind }), [session, kind])
  return <SessionContext value={provided}>{children}</SessionContext>
}
