import './audit.css'
import type { AuditForm, AuditReport } from '@shared/audit/audit-report'
import type { Failure } from '@shared/result'
import { Braces, FileText, Globe } from 'lucide-react'
import { useEffect, useState } from 'react'
import { closeOverlay, useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { flushAll } from '../../story/update-queue'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { failureOf } from '../../ui/failure'
import { complain, inform } from '../../ui/notices'
import { ProblemList } from '../../ui/ProblemList'
import { Account } from './Account'

const forms = [
  { form: 'pdf', label: 'PDF', icon: FileText, about: 'to print or to send' },
  { form: 'html', label: 'HTML', icon: Globe, about: 'for any browser' },
  { form: 'json', label: 'JSON', icon: Braces, about: 'with all signatures, for ‘copydesk verify’' },
] as const satisfies readonly { readonly form: AuditForm; readonly label: string; readonly icon: unknown; readonly about: string }[]

/** The account of the open story: everything that happened to it, who did it, and what proves it. */
export function AuditPage() {
  const story = useApp((state) => state.story)
  const [report, setReport] = useState<AuditReport | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState<AuditForm | null>(null)
  useEffect(() => {
    if (story === null) return
    let wanted = true
    // What was typed last is part of it, too.
    flushAll()
      .then(() => ask('audit.story', { id: story }))
      .then((answer) => wanted && (answer.ok ? setReport(answer.value) : setFailure(answer.error)))
      .catch((error: unknown) => wanted && setFailure(failureOf(error)))
    return () => {
      wanted = false
    }
  }, [story])
  if (story === null) return null
  const write = async (form: AuditForm): Promise<void> => {
    if (busy !== null) return
    setBusy(form)
    const answer = await ask('audit.export', { id: story, form })
    setBusy(null)
    if (!answer.ok) complain(answer.error)
    else if (answer.value !== null) inform(`The audit was written to ${answer.value}.`)
  }
  return (
    <Dialog
      title={report === null || report.headline === '' ? 'Audit' : `Audit: ${report.headline}`}
      about={report?.standing}
      width={860}
      className="audit"
      reading
      onClose={closeOverlay}
      foot={
        <>
          <span className="dialog__aside audit__forms">
            {forms.map(({ form, label, icon, about }) => (
              <Button key={form} icon={icon} aria-label={`${label}, ${about}`} title={`Export as ${label}, ${about}`} unavailable={report === null ? 'The log is being read.' : busy !== null && 'A file is being written.'} onClick={() => void write(form)}>
                {label}
              </Button>
            ))}
          </span>
          <Button look="primary" data-autofocus onClick={closeOverlay}>
            Done
          </Button>
        </>
      }
    >
      {failure && <ProblemList problems={[failure]} />}
      {report && <Account report={report} />}
    </Dialog>
  )
}
