import { useRef, useState } from 'react'
import { useStorySession } from '../../story/StoryProvider'
import { inform } from '../../ui/notices'
import { actOnStory, type ActionInput } from './act'
import { closeDecision } from './workflow-store'

/** Does a dialog's decision once, however often its button is pressed; closes the dialog when it was done. */
export function useDeciding(): { readonly busy: boolean; readonly decide: (action: ActionInput, said: string, whenDone?: () => void) => void } {
  const session = useStorySession()
  const [busy, setBusy] = useState(false)
  const underWay = useRef(false)
  const decide = async (action: ActionInput, said: string, whenDone?: () => void): Promise<void> => {
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    const done = await actOnStory(session, action)
    underWay.current = false
    setBusy(false)
    if (!done) return
    whenDone?.()
    closeDecision()
    inform(said)
  }
  return { busy, decide: (action, said, whenDone) => void decide(action, said, whenDone) }
}
