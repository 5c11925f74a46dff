import type { PacketSummary } from '@shared/packet/packet-report'
import type { Role } from '@shared/workflow/member'
import { KeyRound } from 'lucide-react'
import { useId } from 'react'
import { Checkbox } from '../../ui/Field'
import { listOfNames } from '../review/people'
import { roleWords } from '../identity/roles'
import { Fingerprint } from './Fingerprint'

interface TrustQuestionProps {
  readonly summary: PacketSummary
  readonly roles: readonly Role[]
  readonly onRoles: (roles: readonly Role[]) => void
}

/** Asked once for each key: is this the key of the person that it says? Both can read it to each other. */
export function TrustQuestion({ summary, roles, onRoles }: TrustQuestionProps) {
  const { sender, desk, trust } = summary
  const id = useId()
  return (
    <section className="packet-trust" aria-labelledby={id}>
      <h3 id={id}>
        <KeyRound size={16} aria-hidden />
        {trust.state === 'again' ? 'You no longer trust this key' : 'This key is new to this desk'}
      </h3>
      <p>
        Is it the key of <strong dir="auto">{sender.name}</strong> at <strong dir="auto">{desk.name}</strong>? Names can be made up; a key can’t. Compare it with them by telephone, say: they find theirs in the settings, under Members.
      </p>
      <Fingerprint member={sender.id} />
      <Hints summary={summary} />
      {trust.asMember && <RolesGiven summary={summary} roles={roles} onRoles={onRoles} />}
      {trust.why !== '' && (
        <p className="packet-trust__why" role="alert">
          {trust.why}
        </p>
      )}
    </section>
  )
}

/** What is known of a key by other ways. */
function Hints({ summary: { sender, desk, trust } }: { readonly summary: PacketSummary }) {
  return (
    <>
      {trust.vouchedBy !== null && (
        <p>
          {trust.vouchedBy}, whom you trust, names this key as that of a member of {desk.name}.
        </p>
      )}
      {trust.others.length > 0 && (
        <p>
          For {desk.name} you have trusted {listOfNames(trust.others)} so far. Make sure that {sender.name} is a colleague of theirs, and not somebody with another key under a name that you know.
        </p>
      )}
      {trust.answeredBy !== null && <p className="packet-trust__why">The same invitation was answered before, by {trust.answeredBy} with another key.</p>}
    </>
  )
}

function RolesGiven({ summary: { sender, trust }, roles, onRoles }: TrustQuestionProps) {
  const toggle = (role: Role, on: boolean): void => onRoles(on ? [...roles, role] : roles.filter((other) => other !== role))
  return (
    <fieldset className="packet-roles">
      <legend>
        {trust.invitation !== null && trust.invitation.name !== sender.name && `You had invited ${trust.invitation.name}. `}
        {sender.name} becomes a member of this desk, as
      </legend>
      {roleWords.map(({ role, label, about }) => (
        <Checkbox key={role} label={<span>{label} <small>{about}</small></span>} checked={roles.includes(role)} onChange={(event) => toggle(role, event.target.checked)} />
      ))}
    </fieldset>
  )
}
