import type { Finding } from '@shared/checks/finding'
import { When } from '../review/When'

/** What was set aside for the version at hand: by whom, and why. One entry a check. */
export function WaivedFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const checks = [...new Map(findings.flatMap((finding) => (finding.waived === undefined ? [] : [[finding.check, finding.waived] as const]))).entries()]
  if (checks.length === 0) return null
  return (
    <ul className="waived" aria-label="Set aside for this version">
      {checks.map(([check, { by, at, reason }]) => (
        <li key={check}>
          {findings
            .filter((finding) => finding.check === check)
            .map(({ message }, index) => (
              <p key={`${index} ${message}`} className="waived__what">
                {message}
              </p>
            ))}
          <p>
            Set aside by <strong>{by}</strong> <When at={at} />
          </p>
          <blockquote className="said" dir="auto">{reason}</blockquote>
        </li>
      ))}
    </ul>
  )
}
