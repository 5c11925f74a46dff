import type { Target } from '@shared/publishing'
import { useEffect } from 'react'
import { create } from 'zustand'
import { useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { complain } from '../../ui/notices'

/** Where a desk publishes, as main last said, and which desk that is. */
interface TargetList {
  readonly desk: string | null
  readonly targets: readonly Target[]
}
const useTargetList = create<TargetList>(() => ({ desk: null, targets: [] }))

/** The targets of the open desk; null until they are known. Asked for anew whenever something that lists them appears. */
export function useTargets(): readonly Target[] | null {
  const desk = useApp((state) => state.desk?.path ?? null)
  const list = useTargetList()
  useEffect(() => {
    if (desk !== null) void refreshTargets()
  }, [desk])
  return list.desk === desk && desk !== null ? list.targets : null
}

export async function refreshTargets(): Promise<void> {
  const desk = useApp.getState().desk?.path ?? null
  const answer = await ask('target.list')
  if (answer.ok) useTargetList.setState({ desk, targets: answer.value })
  else complain(answer.error)
}
