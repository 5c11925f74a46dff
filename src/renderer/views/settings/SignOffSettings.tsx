import './sign-off/sign-off.css'
import type { DeskInfo } from '@shared/ipc'
import type { KindId } from '@shared/story/ids'
import { useState } from 'react'
import { actingMember, useApp } from '../../app/app-store'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Field'
import { draftName, dropDraft, usePolicyDrafts } from './sign-off/policy-drafts'
import { PolicyForm } from './sign-off/PolicyForm'
import { savePolicy } from './sign-off/save-policy'

/** The rules of sign-off, of the desk and of kinds that have their own. Only an admin may change them; everyone may read them. */
export function SignOffSettings() {
  const desk = useApp((state) => state.desk)
  const me = useApp(actingMember)
  const [scope, setScope] = useState('')
  const drafts = usePolicyDrafts((state) => state.drafts)
  if (desk === null) return null
  const mayChange = me?.roles.includes('admin') ?? false
  const chosen = desk.kinds.find(({ id }) => id === scope)?.id ?? null
  const said = (kind: KindId | null, label: string): string => `${label}${drafts[draftName(desk.path, kind)] === undefined ? '' : ' (not saved)'}`
  return (
    <>
      {!mayChange && <p className="settings__note">Only an admin can change these rules.</p>}
      <div className="sign-off__scope">
        <Select
          label="Rules for"
          value={scope}
          onChange={(event) => setScope(event.target.value)}
          options={[{ value: '', label: said(null, 'The desk') }, ...desk.kinds.map(({ id, plural }) => ({ value: id, label: said(id, desk.kindPolicies?.[id] === undefined ? plural : `${plural}: rules of their own`) }))]}
        />
      </div>
      <Rules key={scope} desk={desk} kind={chosen} mayChange={mayChange} />
    </>
  )
}

function Rules({ desk, kind, mayChange }: { readonly desk: DeskInfo; readonly kind: KindId | null; readonly mayChange: boolean }) {
  const own = kind === null ? desk.policy : desk.kindPolicies?.[kind]
  const [begun, setBegun] = useState(false)
  const hasDraft = usePolicyDrafts(({ drafts }) => drafts[draftName(desk.path, kind)] !== undefined)
  const plural = desk.kinds.find(({ id }) => id === kind)?.plural ?? ''
  if (kind === null) return <PolicyForm desk={desk} kind={null} policy={desk.policy} mayChange={mayChange} />
  if (own === undefined && !begun && !hasDraft) {
    return (
      <div className="sign-off__inherits">
        <p>{plural} go by the rules of the desk.</p>
        <Button onClick={() => setBegun(true)} unavailable={!mayChange && 'Only an admin can change these rules.'}>
          Give them rules of their own
        </Button>
      </div>
    )
  }
  const giveUp = async (): Promise<void> => {
    if (own !== undefined && !(await savePolicy(kind, null))) return
    dropDraft(draftName(desk.path, kind))
    setBegun(false)
  }
  return <PolicyForm desk={desk} kind={kind} policy={own ?? desk.policy} isNew={own === undefined} mayChange={mayChange} aside={mayChange && <Button onClick={() => void giveUp()}>Go by the rules of the desk</Button>} />
}
