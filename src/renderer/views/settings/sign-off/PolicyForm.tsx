import type { DeskInfo } from '@shared/ipc'
import type { KindId } from '@shared/story/ids'
import type { Policy } from '@shared/workflow/policy'
import { draftOf, policyOf, problemsOf, type PolicyDraft } from '@shared/workflow/policy-draft'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../ui/Button'
import { Checkbox, Select, TextField } from '../../../ui/Field'
import { Segments } from '../../../ui/Segments'
import { ApproversField } from './ApproversField'
import { CheckRules } from './CheckRules'
import { draftName, dropDraft, keepDraft, usePolicyDrafts } from './policy-drafts'
import { savePolicy } from './save-policy'
import { StageList } from './StageList'
import { WhatFollows } from './WhatFollows'

interface PolicyFormProps {
  readonly desk: DeskInfo
  readonly kind: KindId | null
  readonly policy: Policy
  /** Whether these rules are not there yet: they can be saved as they are. */
  readonly isNew?: boolean
  readonly mayChange: boolean
  /** Left of the buttons. */
  readonly aside?: ReactNode
}

/** The rules of sign-off of the desk, or of one kind. */
export function PolicyForm({ desk, kind, policy, isNew = false, mayChange, aside }: PolicyFormProps) {
  const name = draftName(desk.path, kind)
  const draft = usePolicyDrafts(({ drafts }) => drafts[name]) ?? draftOf(policy)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const set = (part: Partial<PolicyDraft>): void => keepDraft(name, { ...draft, ...part })
  const problems = problemsOf(draft)
  const unfinished = Object.keys(problems).length > 0
  const wanted = policyOf(draft)
  const changed = isNew || JSON.stringify(wanted) !== JSON.stringify(policyOf(draftOf(policy)))
  const shown = tried ? problems : numbersOnly(problems)
  const save = async (): Promise<void> => {
    setTried(true)
    if (unfinished || busy) return
    setBusy(true)
    if (await savePolicy(kind, wanted)) dropDraft(name)
    setBusy(false)
  }
  return (
    <form
      className="settings__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <fieldset disabled={!mayChange} className="settings__fields">
        <Segments label="How a story is signed off" value={draft.inStages ? 'stages' : 'once'} options={[{ value: 'once', label: 'In one step' }, { value: 'stages', label: 'In stages' }]} onChange={(way) => mayChange && set({ inStages: way === 'stages' })} />
        {draft.inStages ? <StageList stages={draft.stages} members={desk.members} problems={shown} onChange={(stages) => set({ stages })} /> : <OneStep draft={draft} desk={desk} problems={shown} onChange={set} />}
        <Select
          label="Whoever submitted a story"
          value={draft.authorMayApprove}
          onChange={(event) => set({ authorMayApprove: event.target.value === 'never' ? 'never' : 'alone' })}
          options={[
            { value: 'alone', label: 'may approve it while alone on the desk' },
            { value: 'never', label: 'may never approve it' },
          ]}
        />
        <div className="reapproval">
          <Checkbox label="A small change after an approval may be approved with one key" checked={draft.mayReapprove} onChange={(event) => set({ mayReapprove: event.target.checked })} />
          {draft.mayReapprove && (
            <TextField label="At most, in words" type="number" min={0} max={50} value={Number.isNaN(draft.reapprovalWords) ? '' : draft.reapprovalWords} onChange={(event) => set({ reapprovalWords: event.target.valueAsNumber })} error={shown['words']} />
          )}
        </div>
        <CheckRules draft={draft} members={desk.members} problems={shown} onChange={set} />
      </fieldset>
      {!unfinished && <WhatFollows policy={wanted} members={desk.members} changed={changed} />}
      <div className="settings__foot">
        {aside}
        <p>{tried && unfinished ? 'Something in the rules is unfinished.' : ''}</p>
        {changed && !isNew && mayChange && <Button onClick={() => dropDraft(name)}>Discard changes</Button>}
        <Button look="primary" type="submit" unavailable={mayChange ? (changed ? busy && 'The rules are being saved.' : 'Nothing was changed.') : 'Only an admin can change these rules.'}>
          Save rules
        </Button>
      </div>
    </form>
  )
}

function OneStep({ draft, desk, problems, onChange }: { readonly draft: PolicyDraft; readonly desk: DeskInfo; readonly problems: Readonly<Record<string, string>>; readonly onChange: (changed: Partial<PolicyDraft>) => void }) {
  return (
    <div className="settings__pair">
      <TextField label="Approvals that a story needs" type="number" min={1} max={9} value={Number.isNaN(draft.approvals) ? '' : draft.approvals} onChange={(event) => onChange({ approvals: event.target.valueAsNumber })} error={problems['approvals']} />
      <ApproversField label="By" value={draft.by} members={desk.members} onChange={(by) => onChange({ by })} error={problems['by']} />
    </div>
  )
}

/** What is wrong as soon as it is typed; what is only not there yet is told when somebody saves. */
function numbersOnly(problems: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem.startsWith('Give a number')))
}
