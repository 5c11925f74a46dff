import type { DeskInfo } from '@shared/ipc'

/** The name of a member, also of one who left the desk. */
export function nameOf(desk: Pick<DeskInfo, 'members'>, id: string): string {
  return desk.members.find((member) => member.id === id)?.name ?? 'A former member'
}

/** Names as a person lists them: 'Amina, Bo and Chen'. */
export function listOfNames(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
}
