import './identity.css'
import { activeMembers } from '@shared/workflow/member'
import { ChevronsUpDown, UserPlus, UsersRound } from 'lucide-react'
import { actingMember, showSettings, useApp } from '../../app/app-store'
import { Menu } from '../../ui/Menu'
import { actAs } from './act-as'
import { Avatar } from './Avatar'
import { rolesLine } from './roles'

/** Who acts in this window; its menu hands over to another member whose key is on this computer. */
export function IdentitySwitch() {
  const desk = useApp((state) => state.desk)
  const me = useApp(actingMember)
  if (desk === null || me === undefined) return null
  return (
    <div className="identity">
      <Menu
        trigger={
          <button type="button" className="identity__button">
            <Avatar name={me.name} />
            <span className="identity__who">
              <span className="visually-hidden">Acting as </span>
              <span className="identity__name" title={me.name}>
                <bdi>{me.name}</bdi>
              </span>
              <span className="visually-hidden">, </span>
              <span className="identity__roles">{rolesLine(me.roles)}</span>
            </span>
            <ChevronsUpDown size={14} aria-hidden />
          </button>
        }
        groups={[
          {
            label: 'Act as',
            entries: activeMembers(desk.members).map((member) => ({
              id: member.id,
              label: member.name,
              checked: member.id === me.id,
              disabled: !desk.signable.includes(member.id),
              onSelect: () => void (member.id !== me.id && actAs(member)),
            })),
          },
          {
            entries: [
              { id: 'add', label: 'Add a member…', icon: UserPlus, onSelect: () => showSettings('members') },
              { id: 'members', label: 'Members and roles…', icon: UsersRound, onSelect: () => showSettings('members') },
            ],
          },
        ]}
      />
    </div>
  )
}
