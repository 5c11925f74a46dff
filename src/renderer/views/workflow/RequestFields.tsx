import type { DeskInfo, StoryStatus } from '@shared/ipc'
import type { MemberId } from '@shared/story/ids'
import { approversInWords, isOneOf } from '@shared/workflow/approvers'
import { activeMembers, type Member, type Role } from '@shared/workflow/member'
import { stagesOf, type Policy } from '@shared/workflow/policy'
import { useState } from 'react'
import { Checkbox, TextArea, TextField } from '../../ui/Field'
import { dayFromNow, dueText } from '../review/due'

/** What a review is asked for with. */
export interface ReviewRequest {
  readonly note: string
  readonly reviewers: readonly MemberId[]
  readonly roles: readonly Role[]
  readonly due: string
}

/** A request being made; starts with what was asked before. A day that has passed is not asked for again. */
export function useReviewRequest({ workflow: { submitted } }: StoryStatus, keepNote: boolean): readonly [ReviewRequest, (changed: Partial<ReviewRequest>) => void] {
  const [request, setRequest] = useState<ReviewRequest>(() => ({
    note: keepNote ? (submitted?.note ?? '') : '',
    reviewers: submitted?.reviewers ?? [],
    roles: submitted?.roles ?? [],
    due: keepNote ? (submitted?.due ?? '') : '',
  }))
  return [request, (changed) => setRequest((before) => ({ ...before, ...changed }))]
}

/** As an action says it: without people who can't be asked any more. */
export function asAction({ note, reviewers, roles, due }: ReviewRequest, askable: readonly Member[]): { note: string; reviewers: MemberId[]; roles?: Role[]; due: string | null } {
  const kept = reviewers.filter((id) => askable.some((member) => member.id === id))
  return { note: note.trim(), reviewers: kept, ...(roles.length > 0 && { roles: [...roles] }), due: due === '' ? null : due }
}

/** Who can be asked to approve something under these rules, apart from whoever asks. */
export function askableUnder(policy: Policy, desk: DeskInfo, me: MemberId | undefined): readonly Member[] {
  return activeMembers(desk.members).filter((member) => member.id !== me && stagesOf(policy).some(({ by }) => isOneOf(by, member)))
}

const wholeRoles: readonly { readonly role: Role; readonly label: string }[] = [
  { role: 'reviewer', label: 'All reviewers' },
  { role: 'publisher', label: 'All publishers' },
  { role: 'admin', label: 'All admins' },
]

interface RequestFieldsProps {
  readonly request: ReviewRequest
  readonly onChange: (changed: Partial<ReviewRequest>) => void
  readonly policy: Policy
  readonly desk: DeskInfo
  readonly askable: readonly Member[]
}

/** By whom, until when, and with which words. */
export function RequestFields({ request, onChange, policy, desk, askable }: RequestFieldsProps) {
  const { note, reviewers, roles, due } = request
  const toggle = (id: MemberId, on: boolean): void => onChange({ reviewers: on ? [...reviewers, id] : reviewers.filter((other) => other !== id) })
  const toggleRole = (role: Role, on: boolean): void => onChange({ roles: on ? [...roles, role] : roles.filter((other) => other !== role) })
  const offered = wholeRoles.filter(({ role }) => askable.filter((member) => member.roles.includes(role)).length > 1 || roles.includes(role))
  return (
    <>
      <StagesAhead policy={policy} desk={desk} />
      <TextArea label="Note" help="What the reviewers should look at, if anything in particular." value={note} onChange={(event) => onChange({ note: event.target.value })} rows={3} />
      {askable.length > 0 ? (
        <fieldset className="decision__people">
          <legend>Reviewers</legend>
          {offered.map(({ role, label }) => (
            <Checkbox key={role} label={label} checked={roles.includes(role)} onChange={(event) => toggleRole(role, event.target.checked)} />
          ))}
          {askable.map(({ id, name }) => (
            <Checkbox key={id} label={name} checked={reviewers.includes(id)} onChange={(event) => toggle(id, event.target.checked)} />
          ))}
          <p>{whoIsAsked(request, policy)}</p>
        </fieldset>
      ) : (
        <p className="decision__hint">
          {policy.authorMayApprove === 'alone' && activeMembers(desk.members).length === 1
            ? 'You are the only member of this desk, so you may approve it yourself.'
            : 'Nobody else on this desk may approve it. Add a reviewer in the settings, or ask an admin to change the rules of sign-off.'}
        </p>
      )}
      <DueField due={due} onChange={(day) => onChange({ due: day })} />
    </>
  )
}

function whoIsAsked({ reviewers, roles }: ReviewRequest, policy: Policy): string {
  const inStages = stagesOf(policy).length > 1
  if (reviewers.length === 0 && roles.length === 0) return inStages ? 'Nobody chosen: at each stage anyone of it can decide.' : 'Nobody chosen: anyone who may approve it can decide.'
  return inStages ? 'These are asked at their stages; where none of them can decide, anyone of the stage can.' : 'These are asked. Anyone else who may approve it still can.'
}

/** The way that lies before a story, where it has several stages. */
function StagesAhead({ policy, desk }: { readonly policy: Policy; readonly desk: DeskInfo }) {
  const stages = stagesOf(policy)
  if (stages.length === 1 && stages[0]?.name === '') return null
  return (
    <ol className="decision__stages" aria-label="Stages of the sign-off">
      {stages.map(({ name, approvals, by }, place) => (
        <li key={`${place} ${name}`}>
          <strong>{name}</strong>
          <span>
            {approvals > 1 && `${approvals} of `}
            {approversInWords(by, desk.members)}
          </span>
        </li>
      ))}
    </ol>
  )
}

const shortcuts = [
  { label: 'Today', days: 0 },
  { label: 'Tomorrow', days: 1 },
  { label: 'In a week', days: 7 },
]

function DueField({ due, onChange }: { readonly due: string; readonly onChange: (due: string) => void }) {
  return (
    <div className="decision__due">
      <TextField label="Due date" type="date" value={due} onChange={(event) => onChange(event.target.value)} help={due === '' ? undefined : dueText(due)} className="decision__date" />
      <div className="decision__due-days" role="group" aria-label="Due">
        {shortcuts.map(({ label, days }) => (
          <button key={label} type="button" className="decision__due-day" aria-pressed={due === dayFromNow(days)} onClick={() => onChange(due === dayFromNow(days) ? '' : dayFromNow(days))}>
            {label}
          </button>
        ))}
      </div>
    </div>
  )
}
