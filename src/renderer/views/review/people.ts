import type { DeskInfo } from '@shared/ipc'
import { listed } from '@shared/listed'
import { isolated } from '@shared/story/isolated'

/** The name of a member, also of one of another desk whose story is here, or who left. */
export function nameOf(desk: Pick<DeskInfo, 'members' | 'guests'>, id: string): string {
  const named = (members: DeskInfo['members']): string | undefined => members.find((member) => member.id === id)?.name
  return named(desk.members) ?? named(desk.guests?.flatMap(({ members }) => members) ?? []) ?? 'A former member'
}

/** Names as a person lists them: 'Amina, Bo and Chen'. */
export function listOfNames(names: readonly string[]): string {
  return listed(names.map(isolated))
}
