import type { KindUsage } from '@shared/ipc'
import type { KindId } from '@shared/story/ids'
import { useEffect, useState } from 'react'
import { ask, on } from '../../../app/bridge'

/** In how many stories kinds and fields are used, kept up to date; null until it is known. */
export function useKindUsage(): KindUsage | null {
  const [usage, setUsage] = useState<KindUsage | null>(null)
  useEffect(() => {
    let current = true
    const look = (): void => void ask('desk.kindUsage').then((answer) => current && answer.ok && setUsage(answer.value))
    look()
    const stop = on('stories.changed', look)
    return () => {
      current = false
      stop()
    }
  }, [])
  return usage
}

export function storiesOfKind(usage: KindUsage | null, kind: KindId): { readonly stories: number; readonly archived: number } {
  return usage?.kinds.find((one) => one.kind === kind) ?? { stories: 0, archived: 0 }
}

export function storiesHolding(usage: KindUsage | null, kind: KindId, field: string): number {
  return usage?.fields.find((one) => one.kind === kind && one.field === field)?.stories ?? 0
}

/** Such as ‘12 stories hold something in it’. */
export const holdWords = (stories: number): string => (stories === 0 ? 'No story holds anything in it' : stories === 1 ? '1 story holds something in it' : `${stories} stories hold something in it`)
