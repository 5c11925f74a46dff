import type { Member, Role } from '@shared/workflow/member'
import { useState } from 'react'
import { adoptDesk } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { inform } from '../../ui/notices'
import { RoleChoice } from './RoleChoice'

/** Changes what a member is called and may do. */
export function ChangeMember({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const [name, setName] = useState(member.name)
  const [roles, setRoles] = useState<readonly Role[]>(member.roles)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const lost = member.roles.filter((role) => !roles.includes(role))
  const change = async (): Promise<void> => {
    setAsked(true)
    if (busy || name.trim() === '' || roles.length === 0) return
    setBusy(true)
    const answer = await ask('member.change', { id: member.id, name: name.trim(), roles: [...roles] })
    setBusy(false)
    if (!answer.ok) return setFailure(answer.error.message)
    adoptDesk(answer.value)
    inform(`${name.trim()} was changed.`)
    onClose()
  }
  return (
    <Dialog
      title={`Name and roles of ${member.name}`}
      onClose={onClose}
      onSubmit={() => void change()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={busy && 'It is being saved.'}>
            Save
          </Button>
        </>
      }
    >
      <TextField label="Name" value={name} maxLength={120} dir="auto" onChange={(event) => setName(event.target.value)} error={asked && name.trim() === '' ? 'Give their name, as the others should read it.' : undefined} />
      <RoleChoice roles={roles} onChange={setRoles} asked={asked} />
      {lost.length > 0 && <p className="settings__note">What {member.name} has signed until now, as far as this desk knows, stays as it is. From now on nothing counts that needs {lost.length === 1 ? 'the role' : 'a role'} that is taken away, wherever it comes from and whatever its date says. When somebody leaves, revoke their key.</p>}
      {failure !== undefined && (
        <p className="field__error" role="alert">
          {failure}
        </p>
      )}
    </Dialog>
  )
}
