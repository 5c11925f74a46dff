import type { KindId } from '@shared/story/ids'
import type { Policy } from '@shared/workflow/policy'
import { adoptDesk } from '../../../app/app-store'
import { ask } from '../../../app/bridge'
import { complain, inform } from '../../../ui/notices'

/** Signs other rules of sign-off, of the desk or of a kind; null gives a kind those of the desk again. Answers whether it was done. */
export async function savePolicy(kind: KindId | null, policy: Policy | null): Promise<boolean> {
  const answer = await ask('desk.updatePolicy', { kind, policy })
  if (!answer.ok) {
    complain(answer.error)
    return false
  }
  adoptDesk(answer.value)
  inform(policy === null ? 'The kind goes by the rules of the desk again.' : 'The rules of sign-off were saved and signed.')
  return true
}
