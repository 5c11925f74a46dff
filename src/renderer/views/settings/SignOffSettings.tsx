import { checks } from '@shared/checks/preflight'
import type { Policy } from '@shared/workflow/policy'
import { useState } from 'react'
import { actingMember, adoptDesk, useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { Checkbox, Select, TextField } from '../../ui/Field'
import { complain, inform } from '../../ui/notices'

const always = checks.filter(({ severity }) => severity === 'blocker')
const choosable = checks.filter(({ severity }) => severity !== 'blocker')

/** The rules of sign-off. Only an admin may change them; everyone may read them. */
export function SignOffSettings() {
  const desk = useApp((state) => state.desk)
  const me = useApp(actingMember)
  return desk && <PolicyForm key={desk.path} policy={desk.policy} members={desk.members.length} mayChange={me?.roles.includes('admin') ?? false} />
}

function PolicyForm({ policy, members, mayChange }: { readonly policy: Policy; readonly members: number; readonly mayChange: boolean }) {
  const [approvals, setApprovals] = useState(String(policy.approvals))
  const [authorMayApprove, setAuthorMayApprove] = useState(policy.authorMayApprove)
  const [blocking, setBlocking] = useState<readonly string[]>(policy.blocking)
  const [busy, setBusy] = useState(false)

  const wanted = Number(approvals)
  const wrong = Number.isInteger(wanted) && wanted >= 1 && wanted <= 9 ? undefined : 'Give a number from 1 to 9.'
  const changed = wanted !== policy.approvals || authorMayApprove !== policy.authorMayApprove || [...blocking].sort().join() !== [...policy.blocking].sort().join()
  const save = async (): Promise<void> => {
    if (wrong !== undefined || busy) return
    setBusy(true)
    const answer = await ask('desk.updatePolicy', { kind: null, policy: { ...policy, approvals: wanted, authorMayApprove, blocking: [...blocking] } })
    setBusy(false)
    if (!answer.ok) return complain(answer.error)
    adoptDesk(answer.value)
    inform('The rules of sign-off were saved.')
  }
  const toggle = (check: string, on: boolean): void => setBlocking(on ? [...blocking, check] : blocking.filter((other) => other !== check))
  return (
    <form
      className="settings__form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {!mayChange && <p className="settings__note">Only an admin can change these rules.</p>}
      <fieldset disabled={!mayChange} className="settings__fields">
        <div className="settings__pair">
          <TextField
            label="Approvals that a story needs"
            type="number"
            min={1}
            max={9}
            value={approvals}
            onChange={(event) => setApprovals(event.target.value)}
            error={wrong}
            help={wrong === undefined && wanted > Math.max(1, members - 1) ? 'More than this desk has members who could give them.' : undefined}
          />
          <Select
            label="Whoever submitted a story"
            value={authorMayApprove}
            onChange={(event) => setAuthorMayApprove(event.target.value === 'never' ? 'never' : 'alone')}
            options={[
              { value: 'alone', label: 'may approve it while alone on the desk' },
              { value: 'never', label: 'may never approve it' },
            ]}
          />
        </div>
        <fieldset className="settings__checks">
          <legend>Also keep a story from being submitted</legend>
          {choosable.map(({ id, label }) => (
            <Checkbox key={id} label={label} checked={blocking.includes(id)} onChange={(event) => toggle(id, event.target.checked)} />
          ))}
        </fieldset>
        <section className="settings__always" aria-labelledby="always-blocking">
          <h4 id="always-blocking">Always keep a story from being submitted</h4>
          <ul>
            {always.map(({ id, label }) => (
              <li key={id}>{label}</li>
            ))}
          </ul>
        </section>
      </fieldset>
      <div className="settings__foot">
        <Button look="primary" type="submit" unavailable={mayChange ? (changed ? busy && 'The rules are being saved.' : 'Nothing was changed.') : 'Only an admin can change these rules.'}>
          Save rules
        </Button>
      </div>
    </form>
  )
}
