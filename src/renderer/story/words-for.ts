import { useApp } from '../app/app-store'
import { useKeptWords } from '../app/keep-here'
import { useStorySession } from './StoryProvider'

/** What the member who acts now is about to say about the story at hand. It is kept until it is emptied, also through a quit. @param what Names the decision it belongs to. */
export function useWordsFor(what: string): ReturnType<typeof useKeptWords> {
  const member = useApp(({ desk }) => desk?.currentMember ?? '')
  return useKeptWords(`${useStorySession().id} ${member} ${what}`)
}
