import { z } from 'zod'
import type { MemberId } from '../../shared/story/ids'
import { Member } from '../../shared/workflow/member'
import type { DeskDatabase } from './database'

const Row = z.object({ id: z.string(), name: z.string(), roles: z.string(), public_key: z.string(), added_at: z.string() })

/** A member as it stands in the file. */
export interface StoredMember {
  readonly name: string
  /** Undefined when the row is not that of a member. */
  readonly member: Member | undefined
}

/** Every row of the list of members, the first to join first. */
export function storedMembers(db: DeskDatabase): StoredMember[] {
  const rows = z.array(Row).parse(db.prepare('SELECT id, name, roles, public_key, added_at FROM members ORDER BY added_at, rowid').all())
  return rows.map((row) => {
    const parsed = Member.safeParse({ id: row.id, name: row.name, roles: row.roles.split(' '), publicKey: row.public_key, addedAt: row.added_at })
    return { name: row.name, member: parsed.data }
  })
}

/** Every readable member of the desk as they were admitted, the first to join first. What is unreadable is left out: `verify` lists it. */
export function listMembers(db: DeskDatabase): Member[] {
  return storedMembers(db).flatMap(({ member }) => member ?? [])
}

/** Adds a member as they are admitted; one who is there already stays as they are. Roles that are given later are changes, signed and kept apart. */
export function putMember(db: DeskDatabase, member: Member): void {
  const { id, name, roles, publicKey, addedAt } = Member.parse(member)
  db.prepare('INSERT INTO members (id, name, roles, public_key, added_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING').run(id, name, roles.join(' '), publicKey, addedAt)
}

/** Gives a member another name. Their key never changes: it is the id's origin. */
export function renameMember(db: DeskDatabase, id: MemberId, name: string): void {
  db.prepare('UPDATE members SET name = ? WHERE id = ?').run(name, id)
}
