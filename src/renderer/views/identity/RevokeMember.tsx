import type { Member } from '@shared/workflow/member'
import { useState } from 'react'
import { actingMember, adoptDesk, useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { useKeptWords } from '../../app/keep-here'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextArea } from '../../ui/Field'
import { inform } from '../../ui/notices'
import { Fingerprint } from '../packets/Fingerprint'

/** Revokes a member's key, with the reason. It can't be taken back, and says so before. */
export function RevokeMember({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const me = useApp(actingMember)
  const [reason, setReason] = useKeptWords(`revoke ${member.id} ${me?.id ?? ''}`)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const isMe = me?.id === member.id
  const revoke = async (): Promise<void> => {
    setAsked(true)
    if (busy || reason.trim() === '') return
    setBusy(true)
    const answer = await ask('member.revoke', { id: member.id, reason: reason.trim() })
    setBusy(false)
    if (!answer.ok) return setFailure(answer.error.message)
    adoptDesk(answer.value)
    setReason('')
    inform(`The key of ${member.name} was revoked.`)
    onClose()
  }
  return (
    <Dialog
      title={`Revoke the key of ${member.name}?`}
      about={`What it has signed until now, as far as this desk knows, still counts. Nothing new by it does, wherever it comes from and whatever its date says. This can’t be taken back: to come back, ${isMe ? 'you need' : `${member.name} needs`} a new key.`}
      onClose={onClose}
      onSubmit={() => void revoke()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="danger" type="submit" unavailable={busy && 'All stories are being looked through for what it signed.'}>
            {busy ? 'Looking through the stories …' : 'Revoke key'}
          </Button>
        </>
      }
    >
      <Fingerprint member={member.id} />
      <TextArea label="Reason" required rows={3} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} help="It is signed with your key, and is part of every audit." error={asked && reason.trim() === '' ? 'Say why: the laptop was stolen, say, or they have left.' : undefined} />
      {isMe && <p className="settings__note">This is your own key. You can sign nothing on this desk afterwards.</p>}
      {failure !== undefined && (
        <p className="field__error" role="alert">
          {failure}
        </p>
      )}
    </Dialog>
  )
}
