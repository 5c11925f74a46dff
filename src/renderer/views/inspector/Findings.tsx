import './findings.css'
import type { Finding } from '@shared/checks/finding'
import { CircleAlert, Info, OctagonAlert, type LucideIcon } from 'lucide-react'
import { showMode } from '../../app/app-store'
import { useStorySession } from '../../story/StoryProvider'

const icons: Readonly<Record<Finding['severity'], LucideIcon>> = { blocker: OctagonAlert, warning: CircleAlert, note: Info }

/** What preflight found, each a button that leads to its place. `onReveal` is called before. */
export function Findings({ findings, onReveal }: { readonly findings: readonly Finding[]; readonly onReveal?: () => void }) {
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
                {finding.place.in === 'body' && finding.place.excerpt !== '' && <q className="finding__where">{finding.place.excerpt}</q>}
                {finding.fix !== undefined && <span className="finding__fix">{finding.fix}</span>}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
