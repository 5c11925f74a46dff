import './findings.css'
import type { Finding } from '@shared/checks/finding'
import { CircleAlert, Info, OctagonAlert, type LucideIcon } from 'lucide-react'
import { showMode } from '../../app/app-store'
import { useStorySession } from '../../story/StoryProvider'
import { waiveIn } from '../workflow/workflow-store'

const icons: Readonly<Record<Finding['severity'], LucideIcon>> = { blocker: OctagonAlert, warning: CircleAlert, note: Info }

interface FindingsProps {
  readonly findings: readonly Finding[]
  /** Checks whose findings the acting member may set aside. */
  readonly waivable?: readonly string[]
  /** Called before a place is shown. */
  readonly onReveal?: () => void
}

/** What preflight found, each a button that leads to its place, and below the last of a check the way to set it aside. */
export function Findings({ findings, waivable = [], onReveal }: FindingsProps) {
  const session = useStorySession()
  const reveal = (finding: Finding): void => {
    onReveal?.()
    showMode('write')
    // A dialog that closes gives the focus back first.
    requestAnimationFrame(() => session.reveal(finding.place))
  }
  return (
    <ul className="findings">
      {findings.map((finding, index) => {
        const Icon = icons[finding.severity]
        return (
          <li key={`${finding.check}-${index}`}>
            <button type="button" className={`finding finding--${finding.severity}`} onClick={() => reveal(finding)}>
              <Icon size={15} aria-hidden />
              <span>
                {finding.message}
                {finding.place.in === 'body' && finding.place.excerpt !== '' && <q className="finding__where" dir="auto">{finding.place.excerpt}</q>}
                {finding.fix !== undefined && <span className="finding__fix">{finding.fix}</span>}
              </span>
            </button>
            {waivable.includes(finding.check) && findings.findLastIndex(({ check }) => check === finding.check) === index && (
              <button type="button" className="findings__waive" onClick={() => waiveIn(finding.check)}>
                Set aside…
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
