import type { Member } from '@shared/workflow/member'
import { adoptDesk } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { complain, inform } from '../../ui/notices'

/** From now on decisions in this window are signed with this member's key. Answers whether it is so. */
export async function actAs({ id, name }: Pick<Member, 'id' | 'name'>): Promise<boolean> {
  const answer = await ask('member.switch', { id })
  if (!answer.ok) {
    complain(answer.error)
    return false
  }
  adoptDesk(answer.value)
  inform(`You act as ${name} now.`)
  return true
}
