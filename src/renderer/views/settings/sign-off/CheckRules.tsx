import { checks } from '@shared/checks/preflight'
import { mayEverBeWaived } from '@shared/checks/waivable'
import { listed } from '@shared/listed'
import type { Member } from '@shared/workflow/member'
import type { Approvers } from '@shared/workflow/policy'
import { anyReviewer, type PolicyDraft } from '@shared/workflow/policy-draft'
import { Checkbox } from '../../../ui/Field'
import { ApproversField } from './ApproversField'

interface CheckRulesProps {
  readonly draft: PolicyDraft
  readonly members: readonly Member[]
  readonly problems: Readonly<Record<string, string>>
  readonly onChange: (changed: Partial<PolicyDraft>) => void
}

/** Which findings keep a story from being submitted, and which of those somebody may set aside. */
export function CheckRules({ draft, members, problems, onChange }: CheckRulesProps) {
  const { blocking, waivable } = draft
  const block = (check: string, on: boolean): void => onChange({ blocking: on ? [...blocking, check] : blocking.filter((other) => other !== check), ...(!on && { waivable: without(waivable, check) }) })
  const waive = (check: string, by: Approvers | null): void => onChange({ waivable: by === null ? without(waivable, check) : { ...waivable, [check]: by } })
  const blocks = checks.filter(({ id, severity }) => severity === 'blocker' || blocking.includes(id))
  return (
    <>
      <fieldset className="settings__checks">
        <legend>Also keep a story from being submitted</legend>
        {checks
          .filter(({ severity }) => severity !== 'blocker')
          .map(({ id, label }) => (
            <Checkbox key={id} label={label} checked={blocking.includes(id)} onChange={(event) => block(id, event.target.checked)} />
          ))}
      </fieldset>
      <section className="waivable" aria-labelledby="waivable-title">
        <h4 id="waivable-title">What keeps a story from being submitted, and may be set aside with a signed reason</h4>
        <ul>
          {blocks.filter(({ id }) => mayEverBeWaived.has(id)).map(({ id, label }) => {
            const by = waivable[id]
            return (
              <li key={id} className="waivable__one">
                <Checkbox label={label} checked={by !== undefined} onChange={(event) => waive(id, event.target.checked ? anyReviewer : null)} />
                {by !== undefined && <ApproversField label={`${label}: set aside by`} value={by} members={members} onChange={(who) => waive(id, who)} error={problems[`waivable.${id}`]} />}
              </li>
            )
          })}
        </ul>
        <p className="waivable__never">Nobody can set these aside: {listed(blocks.filter(({ id }) => !mayEverBeWaived.has(id)).map(({ label }) => label.toLowerCase()))}.</p>
      </section>
    </>
  )
}

const without = (waivable: PolicyDraft['waivable'], check: string): PolicyDraft['waivable'] => Object.fromEntries(Object.entries(waivable).filter(([other]) => other !== check))
