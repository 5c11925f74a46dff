import type { RedlineFrom, RedlineTo, StoryStatus } from '@shared/ipc'
import type { Redline } from '@shared/redline/redline-shape'
import type { Failure } from '@shared/result'
import { useEffect, useState } from 'react'
import { ask } from '../../app/bridge'

interface Answered {
  readonly for: string
  readonly redline: Redline | null
  readonly problem: Failure | null
}

/**
 * What changed in a story between two of its versions, asked for anew when the story does. While a newer answer is on its
 * way the last one for the same two versions stays; `from` null asks nothing.
 */
export function useRedline({ id, currentRevision }: StoryStatus, from: RedlineFrom | null, to: RedlineTo): Pick<Answered, 'redline' | 'problem'> {
  const [answered, setAnswered] = useState<Answered>({ for: '', redline: null, problem: null })
  const key = `${id} ${from ?? ''} ${to}`
  const version = to === 'current' ? currentRevision : to
  useEffect(() => {
    if (from === null) return
    let wanted = true
    const compare = async (): Promise<void> => {
      const answer = await ask('story.redline', { id, from, to })
      if (!wanted) return
      setAnswered(answer.ok ? { for: `${id} ${from} ${to}`, redline: answer.value, problem: null } : { for: `${id} ${from} ${to}`, redline: null, problem: answer.error })
    }
    void compare()
    return () => {
      wanted = false
    }
    // `version` stands for the story's content, which main has.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [id, from, to, version])
  return answered.for === key ? answered : { redline: null, problem: null }
}
