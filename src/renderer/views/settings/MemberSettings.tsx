import type { Stranger } from '@shared/identity/identity-file'
import type { Member, Role } from '@shared/workflow/member'
import { FileKey2, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { actingMember, adoptDesk, useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/Field'
import { complain, inform } from '../../ui/notices'
import { AdmitStranger } from '../identity/AdmitStranger'
import { ChangeMember } from '../identity/ChangeMember'
import { ExportIdentity } from '../identity/ExportIdentity'
import { KeySettings } from '../identity/KeySettings'
import { MemberEntry, type MemberTask } from '../identity/MemberEntry'
import { readProtection } from '../identity/key-protection-store'
import { RevokeMember } from '../identity/RevokeMember'
import { RoleChoice } from '../identity/RoleChoice'

/** Who works on the desk, the keys that sign for them, and the ways to add somebody. */
export function MemberSettings() {
  const desk = useApp((state) => state.desk)
  const me = useApp(actingMember)
  const [asked, setAsked] = useState<{ readonly task: MemberTask; readonly member: Member } | null>(null)
  if (desk === null) return null
  const mayChange = me?.roles.includes('admin') === true && me.revoked === undefined
  const close = (): void => setAsked(null)
  return (
    <div className="settings__form">
      <ul className="members" aria-label="Members">
        {desk.members.map((member) => (
          <MemberEntry key={member.id} member={member} members={desk.members} isMe={member.id === me?.id} here={desk.signable.includes(member.id)} mayChange={mayChange} onTask={(task) => setAsked({ task, member })} />
        ))}
      </ul>
      <KeySettings />
      <AddMember mayAdd={mayChange} />
      {asked?.task === 'change' && <ChangeMember member={asked.member} onClose={close} />}
      {asked?.task === 'revoke' && <RevokeMember member={asked.member} onClose={close} />}
      {asked?.task === 'export' && <ExportIdentity member={asked.member} onClose={close} />}
    </div>
  )
}

function AddMember({ mayAdd }: { readonly mayAdd: boolean }) {
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>(['writer'])
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [stranger, setStranger] = useState<Stranger | null>(null)
  const hindrance = mayAdd ? undefined : 'Only an admin can add members.'

  const add = async (): Promise<void> => {
    setAsked(true)
    if (!mayAdd || busy || name.trim() === '' || roles.length === 0) return
    setBusy(true)
    const answer = await ask('member.add', { name: name.trim(), roles: [...roles] })
    setBusy(false)
    if (!answer.ok) return complain(answer.error)
    adoptDesk(answer.value)
    void readProtection()
    inform(`${name.trim()} is a member now. Their key is on this computer.`)
    setName('')
    setRoles(['writer'])
    setAsked(false)
  }
  const choose = async (): Promise<void> => {
    const answer = await ask('member.choosePublic')
    if (answer.ok) setStranger(answer.value)
    else complain(answer.error)
  }
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
      <TextField label="Name" value={name} maxLength={120} dir="auto" onChange={(event) => setName(event.target.value)} error={asked && name.trim() === '' ? 'Give their name, as the others should read it.' : undefined} />
      <RoleChoice roles={roles} onChange={setRoles} asked={asked} />
      <p className="add-member__about">Makes a key pair for them on this computer, so that they can sign here. Whoever has a key of their own on another computer sends you a file with their public identity.</p>
      <div className="add-member__ways">
        <Button icon={FileKey2} onClick={() => void choose()} unavailable={hindrance ?? false}>
          From a file…
        </Button>
        <Button type="submit" icon={UserPlus} unavailable={hindrance ?? (busy && 'The member is being added.')}>
          Add member
        </Button>
      </div>
      {stranger !== null && <AdmitStranger stranger={stranger} onClose={() => setStranger(null)} />}
    </form>
  )
}
