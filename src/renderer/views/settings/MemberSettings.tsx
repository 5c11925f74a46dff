import type { MemberId } from '@shared/story/ids'
import { Role } from '@shared/workflow/member'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { actingMember, adoptDesk, useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { Checkbox, TextField } from '../../ui/Field'
import { complain, inform } from '../../ui/notices'
import { Avatar } from '../identity/Avatar'
import { roleWords, rolesLine } from '../identity/roles'

/** Who works on the desk, and the form that adds somebody. */
export function MemberSettings() {
  const desk = useApp((state) => state.desk)
  const me = useApp(actingMember)
  if (desk === null) return null
  return (
    <div className="settings__form">
      <ul className="members">
        {desk.members.map(({ id, name, roles }) => (
          <li key={id} className="member">
            <Avatar name={name} size={32} />
            <div className="member__who">
              <span className="member__name" dir="auto">
                {name}
                {id === me?.id && <small>acts now</small>}
              </span>
              <span className="member__roles">{rolesLine(roles)}</span>
            </div>
            <div className="member__key">
              <code title="The first 32 digits of the SHA-256 of the member’s public key">{fingerprint(id)}</code>
              <span>{desk.signable.includes(id) ? 'Key on this computer' : 'Key elsewhere'}</span>
            </div>
          </li>
        ))}
      </ul>
      <AddMember mayAdd={me?.roles.includes('admin') ?? false} />
    </div>
  )
}

/** A member’s id is the start of their public key’s hash: what two people compare to be sure of a key. */
const fingerprint = (id: MemberId): string => id.match(/.{4}/g)?.join(' ') ?? id

function AddMember({ mayAdd }: { readonly mayAdd: boolean }) {
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>(['writer'])
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)

  const add = async (): Promise<void> => {
    setAsked(true)
    if (!mayAdd || busy || name.trim() === '' || roles.length === 0) return
    setBusy(true)
    const answer = await ask('member.add', { name: name.trim(), roles: Role.options.filter((role) => roles.includes(role)) })
    setBusy(false)
    if (!answer.ok) return complain(answer.error)
    adoptDesk(answer.value)
    inform(`${name.trim()} is a member now. Their key is on this computer.`)
    setName('')
    setRoles(['writer'])
    setAsked(false)
  }
  const toggle = (role: Role, on: boolean): void => setRoles(on ? [...roles, role] : roles.filter((other) => other !== role))
  return (
    <form
      className="add-member"
      aria-labelledby="add-member-title"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <h4 id="add-member-title">Add a member</h4>
      <TextField label="Name" value={name} maxLength={120} onChange={(event) => setName(event.target.value)} error={asked && name.trim() === '' ? 'Give their name, as the others should read it.' : undefined} />
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
      <div className="settings__foot">
        <p>Makes a key pair for them on this computer, so that they can sign here.</p>
        <Button type="submit" icon={UserPlus} unavailable={mayAdd ? busy && 'The member is being added.' : 'Only an admin can add members.'}>
          Add member
        </Button>
      </div>
    </form>
  )
}
