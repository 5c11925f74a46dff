import { Role } from '@shared/workflow/member'
import { Checkbox } from '../../ui/Field'
import { roleWords } from './roles'

interface RoleChoiceProps {
  readonly roles: readonly Role[]
  readonly onChange: (roles: readonly Role[]) => void
  /** Whether it is said when none is chosen. */
  readonly asked: boolean
}

/** What a member may do, role by role. */
export function RoleChoice({ roles, onChange, asked }: RoleChoiceProps) {
  const toggle = (role: Role, on: boolean): void => onChange(Role.options.filter((other) => (other === role ? on : roles.includes(other))))
  return (
    <fieldset className="add-member__roles">
      <legend className="field__label">Roles</legend>
      {roleWords.map(({ role, label, about }) => (
        <Checkbox key={role} label={<span>{label} <small>{about}</small></span>} checked={roles.includes(role)} onChange={(event) => toggle(role, event.target.checked)} />
      ))}
      {asked && roles.length === 0 && (
        <span className="field__error" role="alert">
          Choose at least one role.
        </span>
      )}
    </fieldset>
  )
}
