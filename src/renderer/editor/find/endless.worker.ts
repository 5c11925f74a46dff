import { matchesIn } from '@shared/find/find-in-text'
import { expressionOf } from '@shared/find/pattern'
import type { Probe, ProbeAnswer } from './endless'

const answer = (message: ProbeAnswer): void => self.postMessage(message)

self.addEventListener('message', ({ data }: MessageEvent<Probe>) => {
  answer({ probe: data.probe, now: 'begun' })
  const expression = expressionOf({ kind: 'pattern', source: data.source, matchCase: data.matchCase })
  for (const text of data.texts) matchesIn(text, expression)
  answer({ probe: data.probe, now: 'done' })
})
