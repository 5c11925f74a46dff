import type { Member } from '@shared/workflow/member'
import { adoptDesk } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { flushAll } from '../../story/update-queue'
import { failureOf } from '../../ui/failure'
import { complain, inform } from '../../ui/notices'

/** From now on decisions in this window are signed with this member's key. Answers whether it is so. */
export async function actAs({ id, name }: Pick<Member, 'id' | 'name'>): Promise<boolean> {
  try {
    // What was typed until now is the work of who acted until now.
    await flushAll()
  } catch (error) {
    complain(failureOf(error))
    return false
  }
  const answer = await ask('member.switch', { id })
  if (!answer.ok) {
    complain(answer.error)
    return false
  }
  adoptDesk(answer.value)
  inform(`You act as ${name} now.`)
  return true
}
