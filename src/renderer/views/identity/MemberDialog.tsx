import './identity.css'
import { activeMembers } from '@shared/workflow/member'
import { Check, UserPlus } from 'lucide-react'
import { actingMember, closeOverlay, showSettings, useApp } from '../../app/app-store'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { actAs } from './act-as'
import { Avatar } from './Avatar'
import { rolesLine } from './roles'

/** The identity switch as a dialog, for the palette and the menu. */
export function MemberDialog() {
  const desk = useApp((state) => state.desk)
  const me = useApp(actingMember)
  if (desk === null) return null
  const choose = async (member: (typeof desk.members)[number]): Promise<void> => {
    if (member.id === me?.id || (await actAs(member))) closeOverlay()
  }
  return (
    <Dialog
      title="Act as another member"
      about="Decisions are signed with the key of the member who acts. Only members whose key is on this computer can."
      width={420}
      onClose={closeOverlay}
      foot={
        <Button look="quiet" icon={UserPlus} className="dialog__aside member-choice__add" onClick={() => showSettings('members')}>
          Add a member…
        </Button>
      }
    >
      <ul className="member-choice">
        {activeMembers(desk.members).map((member) => {
          const here = desk.signable.includes(member.id)
          return (
            <li key={member.id}>
              <button
                type="button"
                className="member-choice__one"
                aria-current={member.id === me?.id || undefined}
                aria-disabled={!here || undefined}
                data-autofocus={member.id === me?.id || undefined}
                onClick={() => here && void choose(member)}
              >
                <Avatar name={member.name} />
                <span className="identity__who">
                  <span className="identity__name">
                    <bdi>{member.name}</bdi>
                  </span>
                  <span className="identity__roles">{here ? rolesLine(member.roles) : 'Their key is not on this computer'}</span>
                </span>
                {member.id === me?.id && <Check size={16} aria-hidden />}
              </button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
