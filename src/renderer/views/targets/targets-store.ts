import type { Target } from '@shared/publishing'
import { useEffect } from 'react'
import { create } from 'zustand'
import { useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { complain } from '../../ui/notices'

/** Where the desk publishes. Null until it is known. */
const useTargetList = create<{ readonly targets: readonly Target[] | null }>(() => ({ targets: null }))

/** The targets of the open desk, asked for anew whenever something that lists them appears or another desk is opened. */
export function useTargets(): readonly Target[] | null {
  const desk = useApp((state) => state.desk?.path)
  useEffect(() => {
    void refreshTargets()
  }, [desk])
  return useTargetList((state) => state.targets)
}

export async function refreshTargets(): Promise<void> {
  const answer = await ask('target.list')
  if (answer.ok) useTargetList.setState({ targets: answer.value })
  else complain(answer.error)
}
