import type { Role } from '@shared/workflow/member'

interface RoleWords {
  readonly role: Role
  readonly label: string
  /** What the role allows. */
  readonly about: string
}

export const roleWords: readonly RoleWords[] = [
  { role: 'writer', label: 'Writer', about: 'writes, and submits for review' },
  { role: 'reviewer', label: 'Reviewer', about: 'approves, or requests changes' },
  { role: 'publisher', label: 'Publisher', about: 'publishes what was approved' },
  { role: 'admin', label: 'Admin', about: 'may do all of this, and changes the desk’s settings' },
]

/** A member's roles as one line. */
export function rolesLine(roles: readonly Role[]): string {
  return roleWords
    .filter(({ role }) => roles.includes(role))
    .map(({ label }) => label)
    .join(', ')
}
