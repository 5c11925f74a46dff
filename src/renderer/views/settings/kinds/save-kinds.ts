import type { Kind } from '@shared/story/kind'
import { adoptDesk } from '../../../app/app-store'
import { ask } from '../../../app/bridge'
import { complain } from '../../../ui/notices'

/** Gives the desk these kinds; answers whether it took them, and says why not. */
export async function saveKinds(kinds: readonly Kind[]): Promise<boolean> {
  const answer = await ask('desk.updateKinds', { kinds: [...kinds] })
  if (answer.ok) adoptDesk(answer.value)
  else complain(answer.error)
  return answer.ok
}
