import type { Stranger } from '@shared/identity/identity-file'
import type { Role } from '@shared/workflow/member'
import { useState } from 'react'
import { adoptDesk } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { inform } from '../../ui/notices'
import { RoleChoice } from './RoleChoice'

/** Makes somebody a member whose key is on another computer, after their fingerprint was compared. */
export function AdmitStranger({ stranger, onClose }: { readonly stranger: Stranger; readonly onClose: () => void }) {
  const [name, setName] = useState(stranger.name)
  const [roles, setRoles] = useState<readonly Role[]>(['reviewer'])
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const hindrance = stranger.revoked ? `This is the key of ${stranger.known ?? stranger.name}, which was revoked on this desk. Ask for a new one.` : stranger.known === null ? undefined : `This is the key of ${stranger.known}, who is a member already.`
  const admit = async (): Promise<void> => {
    setAsked(true)
    if (busy || hindrance !== undefined || name.trim() === '' || roles.length === 0) return
    setBusy(true)
    const answer = await ask('member.admit', { name: name.trim(), publicKey: stranger.publicKey, roles: [...roles] })
    setBusy(false)
    if (!answer.ok) return setFailure(answer.error.message)
    adoptDesk(answer.value)
    inform(`${name.trim()} is a member now.`)
    onClose()
  }
  return (
    <Dialog
      title="Add a member from their public identity"
      about={hindrance ?? `Compare the fingerprint with the one that ${stranger.name} sees in their own settings, by telephone, say. Whoever has this key will count as ${stranger.name} here.`}
      onClose={onClose}
      onSubmit={() => void admit()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={hindrance ?? (busy && 'They are being added.')}>
            Add member
          </Button>
        </>
      }
    >
      <code className="fingerprint" dir="ltr">
        {stranger.fingerprint}
      </code>
      {hindrance === undefined && (
        <>
          <TextField label="Name" value={name} maxLength={120} dir="auto" onChange={(event) => setName(event.target.value)} error={asked && name.trim() === '' ? 'Give their name, as the others should read it.' : undefined} />
          <RoleChoice roles={roles} onChange={setRoles} asked={asked} />
        </>
      )}
      {failure !== undefined && (
        <p className="field__error" role="alert">
          {failure}
        </p>
      )}
    </Dialog>
  )
}
