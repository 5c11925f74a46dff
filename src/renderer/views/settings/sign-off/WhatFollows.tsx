import { checks } from '@shared/checks/preflight'
import type { Member } from '@shared/workflow/member'
import type { Policy } from '@shared/workflow/policy'
import { warningsOf } from '@shared/workflow/policy-draft'
import { policyInWords } from '@shared/workflow/policy-in-words'
import { TriangleAlert } from 'lucide-react'

/** What the rules as they stand in the form would mean, and what would not work. */
export function WhatFollows({ policy, members, changed }: { readonly policy: Policy; readonly members: readonly Member[]; readonly changed: boolean }) {
  const warnings = warningsOf(policy, members)
  return (
    <section className="what-follows" aria-labelledby="what-follows-title">
      <h4 id="what-follows-title">What follows</h4>
      <ul>
        {policyInWords(policy, members, (check) => checks.find(({ id }) => id === check)?.label ?? check).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {changed && <li>Saved, this holds for what is submitted from then on. What is in review or approved stays under the rules that it was submitted under.</li>}
      </ul>
      {warnings.map((warning) => (
        <p key={warning} className="what-follows__warning" role="alert">
          <TriangleAlert size={15} aria-hidden /> {warning}
        </p>
      ))}
    </section>
  )
}
