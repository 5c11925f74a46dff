import type { StoryStatus } from '@shared/ipc'
import type { Finding } from '@shared/checks/finding'
import { isBlocker } from '@shared/checks/preflight'
import type { Policy } from '@shared/workflow/policy'
import { CircleCheck } from 'lucide-react'
import { WaivedFindings } from '../workflow/WaivedFindings'
import { Findings } from './Findings'
import { useInclusiveFindings } from './inclusive-findings'

const groups: readonly { readonly severity: Finding['severity']; readonly one: string; readonly many: string }[] = [
  { severity: 'blocker', one: 'blocker', many: 'blockers' },
  { severity: 'warning', one: 'warning', many: 'warnings' },
  { severity: 'note', one: 'note', many: 'notes' },
]

/** What stands between the story and its readers, as it is now. */
export function Preflight({ status }: { readonly status: StoryStatus }) {
  const { policy, waivable } = status
  const inclusive = useInclusiveFindings()
  const standing = [...status.findings.filter(({ waived }) => waived === undefined), ...inclusive]
  const shown = groups.map((group) => ({ ...group, findings: standing.filter((finding) => severityUnder(policy, finding) === group.severity) })).filter(({ findings }) => findings.length > 0)
  return (
    <section className="inspector__section" aria-labelledby="preflight-title">
      <h3 className="inspector__heading" id="preflight-title">
        Preflight
        <span className="inspector__count">{shown.map(({ findings, one, many }) => `${findings.length} ${findings.length === 1 ? one : many}`).join(', ')}</span>
      </h3>
      {shown.length === 0 ? (
        <p className="inspector__fine">
          <CircleCheck size={15} aria-hidden /> Nothing to put right.
        </p>
      ) : (
        shown.map(({ severity, findings }) => <Findings key={severity} findings={findings.map((finding) => ({ ...finding, severity }))} waivable={severity === 'blocker' ? waivable : []} />)
      )}
      <WaivedFindings findings={status.findings} />
    </section>
  )
}

/** A desk's policy may make any check's findings block. */
function severityUnder(policy: Policy, finding: Finding): Finding['severity'] {
  return isBlocker(finding, policy) ? 'blocker' : finding.severity
}
