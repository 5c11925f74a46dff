import type { Member } from '../../shared/workflow/member'
import type { Desk } from '../desk/desk'
import { UsageError } from './command'

/** The member of this name or id. @throws UsageError naming the members there are. */
export function memberNamed({ members }: Desk, name: string): Member {
  const wanted = name.normalize('NFC').toLowerCase()
  const found = members.filter((member) => member.id === name || member.name.normalize('NFC').toLowerCase() === wanted)
  const [first] = found
  if (first === undefined) throw new UsageError(`No member of this desk is called ‘${name}’. Members: ${members.map((member) => member.name).join(', ')}.`)
  if (found.length > 1) throw new UsageError(`Several members are called ‘${name}’. Give an id: ${found.map(({ id }) => id).join(', ')}.`)
  return first
}
