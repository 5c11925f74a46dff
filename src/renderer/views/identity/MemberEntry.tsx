import './keys.css'
import { isLastAdmin } from '@shared/identity/check-revocation'
import type { Member } from '@shared/workflow/member'
import { Ellipsis, FileKey2, KeyRound, ShieldOff, UserPen } from 'lucide-react'
import { ask } from '../../app/bridge'
import { IconButton } from '../../ui/Button'
import { fullDate } from '../../ui/dates'
import { Menu, type MenuGroup } from '../../ui/Menu'
import { complain, inform } from '../../ui/notices'
import { Fingerprint } from '../packets/Fingerprint'
import { Avatar } from './Avatar'
import { rolesLine } from './roles'

export type MemberTask = 'change' | 'revoke' | 'export'

interface MemberEntryProps {
  readonly member: Member
  readonly members: readonly Member[]
  readonly isMe: boolean
  /** Whether their key is on this computer. */
  readonly here: boolean
  /** Whether whoever looks is an admin. */
  readonly mayChange: boolean
  readonly onTask: (task: MemberTask) => void
}

/** A member with their key, and what can be done with both. */
export function MemberEntry({ member, members, isMe, here, mayChange, onTask }: MemberEntryProps) {
  const { name, roles, revoked } = member
  const groups = menuOf({ member, members, here, mayChange, onTask })
  return (
    <li className={`member ${revoked === undefined ? '' : 'member--gone'}`}>
      <Avatar name={name} size={32} />
      <div className="member__who">
        <span className="member__name">
          <bdi>{name}</bdi>
          {isMe && <small>acts now</small>}
        </span>
        {revoked === undefined ? (
          <>
            <span className="member__roles">{rolesLine(roles)}</span>
            <span className="member__roles">{here ? 'Key on this computer' : 'Key elsewhere'}</span>
          </>
        ) : (
          <span className="member__gone">
            Key revoked on {fullDate(revoked.at)} by {members.find(({ id }) => id === revoked.by)?.name ?? 'a former member'}: <span dir="auto">{revoked.reason}</span>
          </span>
        )}
      </div>
      <Fingerprint member={member.id} />
      {groups.length > 0 && <Menu align="end" trigger={<IconButton icon={Ellipsis} label={`More about ${name}`} size="small" />} groups={groups} />}
    </li>
  )
}

function menuOf({ member, members, here, mayChange, onTask }: Omit<MemberEntryProps, 'isMe'>): MenuGroup[] {
  if (member.revoked !== undefined) return []
  const key = [
    { id: 'public', label: 'Save public identity…', icon: FileKey2, onSelect: () => void savePublic(member) },
    { id: 'export', label: 'Export identity…', icon: KeyRound, onSelect: () => onTask('export') },
  ]
  const admin = [
    { id: 'change', label: 'Name and roles…', icon: UserPen, onSelect: () => onTask('change') },
    { id: 'revoke', label: isLastAdmin(member, members) ? 'Revoke key (the only admin)' : 'Revoke key…', icon: ShieldOff, disabled: isLastAdmin(member, members), onSelect: () => onTask('revoke') },
  ]
  return [...(mayChange ? [{ entries: admin }] : []), ...(here ? [{ entries: key }] : [])]
}

/** For an admin of another desk. */
async function savePublic({ id, name }: Member): Promise<void> {
  const answer = await ask('member.savePublic', { id })
  if (!answer.ok) return complain(answer.error)
  if (answer.value !== null) inform(`The public identity of ${name} was saved to ${answer.value}.`)
}
