import { z } from 'zod'
import { Member, Role } from '../../shared/workflow/member'
import type { DeskDatabase } from './database'

const Row = z
  .object({ id: z.string(), name: z.string(), roles: z.string(), public_key: z.string(), added_at: z.string() })
  .transform((row, context) => {
    const parsed = Member.safeParse({ id: row.id, name: row.name, roles: rolesOf(row.roles), publicKey: row.public_key, addedAt: row.added_at })
    if (parsed.success) return parsed.data
    context.addIssue({ code: 'custom', message: `The member ‘${row.name}’ can’t be read` })
    return z.NEVER
  })

/** Roles are kept as words separated by spaces. */
const rolesOf = (text: string): readonly string[] => text.split(' ').filter((role) => Role.safeParse(role).success)

/** Every readable member of the desk, the first to join first. What is unreadable is left out: `verify` lists it. */
export function listMembers(db: DeskDatabase): Member[] {
  return db
    .prepare('SELECT id, name, roles, public_key, added_at FROM members ORDER BY added_at, id')
    .all()
    .flatMap((row) => {
      const parsed = Row.safeParse(row)
      return parsed.success ? [parsed.data] : []
    })
}

export const countMembers = (db: DeskDatabase): number => Number(db.prepare('SELECT count(*) FROM members').pluck().get())

/** Adds a member, or changes the name and roles of one. A member's key never changes: it is the id's origin. */
export function putMember(db: DeskDatabase, member: Member): void {
  const { id, name, roles, publicKey, addedAt } = Member.parse(member)
  db.prepare('INSERT INTO members (id, name, roles, public_key, added_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles').run(id, name, roles.join(' '), publicKey, addedAt)
}
