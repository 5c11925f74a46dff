import type { Target } from '@shared/publishing'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { whyNotReady } from './describe-target'

type Answer = { readonly state: 'none' | 'asking' } | { readonly state: 'good' | 'bad'; readonly words: string }

/** Logs in at a target without writing anything there, and says what it answered. */
export function TestConnection({ target }: { readonly target: Target }) {
  const [answer, setAnswer] = useState<Answer>({ state: 'none' })
  const test = async (): Promise<void> => {
    setAnswer({ state: 'asking' })
    const result = await ask('target.test', { id: target.id })
    setAnswer(result.ok ? { state: 'good', words: result.value } : { state: 'bad', words: result.error.message })
  }
  return (
    <>
      <Button size="small" unavailable={answer.state === 'asking' ? 'Waiting for an answer.' : whyNotReady(target)} onClick={() => void test()}>
        {answer.state === 'asking' ? 'Testing…' : 'Test connection'}
      </Button>
      <span className={`targets__answer targets__answer--${answer.state}`} role="status">
        {answer.state === 'good' && <CircleCheck size={15} aria-hidden />}
        {answer.state === 'bad' && <CircleAlert size={15} aria-hidden />}
        {'words' in answer && <span>{answer.words}</span>}
      </span>
    </>
  )
}
