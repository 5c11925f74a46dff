import type { MemberId } from '@shared/story/ids'
import { activeMembers, type Member, type Role } from '@shared/workflow/member'
import type { Approvers } from '@shared/workflow/policy'
import { Checkbox, Select } from '../../../ui/Field'

interface ApproversFieldProps {
  readonly label: string
  readonly value: Approvers
  readonly members: readonly Member[]
  readonly error?: string | undefined
  readonly onChange: (by: Approvers) => void
}

const roles: readonly { readonly value: Role; readonly label: string }[] = [
  { value: 'reviewer', label: 'any reviewer' },
  { value: 'publisher', label: 'any publisher' },
  { value: 'admin', label: 'any admin' },
]

/** Who may do something: everyone with a role, or members by name. */
export function ApproversField({ label, value, members, error, onChange }: ApproversFieldProps) {
  const named = 'members' in value ? value.members : null
  const choose = (choice: string): void => onChange(choice === 'members' ? { members: [] } : { role: roles.find((role) => role.value === choice)?.value ?? 'reviewer' })
  return (
    <div className="approvers">
      <Select label={label} value={'role' in value ? value.role : 'members'} onChange={(event) => choose(event.target.value)} options={[...roles, { value: 'members', label: 'these members' }]} />
      {named !== null && (
        <div className="approvers__members" role="group" aria-label={`${label}: members`}>
          {offered(members, named).map(({ id, name }) => (
            <Checkbox key={id} label={name} checked={named.includes(id)} onChange={(event) => onChange({ members: event.target.checked ? [...named, id] : named.filter((other) => other !== id) })} />
          ))}
        </div>
      )}
      {error !== undefined && (
        <span className="field__error" role="alert">
          {error}
        </span>
      )}
    </div>
  )
}

/** Those whose keys are in use, and those who are named already: somebody who can't sign any more can be taken out. */
function offered(members: readonly Member[], named: readonly MemberId[]): readonly Member[] {
  const active = activeMembers(members)
  return [...active, ...members.filter((member) => named.includes(member.id) && !active.includes(member))]
}
