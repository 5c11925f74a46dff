import { dialog } from 'electron'
import type { AuditForm } from '../../../shared/audit/audit-report'
import { slugFrom } from '../../../shared/story/slug'
import { storyAudit } from '../../audit/story-audit'
import { writeAudit } from '../../audit/write-audit'
import { printToPdf } from '../../windows/print-page'
import type { Workstation } from '../../workstation'
import type { Handlers } from '../router'

const kinds: Readonly<Record<AuditForm, string>> = { json: 'Audit for programs (JSON)', html: 'Page for any browser (HTML)', pdf: 'Page to print or send (PDF)' }

/** Calls about the account of a story. */
export function auditHandlers(station: Workstation): Pick<Handlers, 'audit.story' | 'audit.export'> {
  return {
    'audit.story': ({ id }) => storyAudit(station.need().desk, id, 'here'),
    async 'audit.export'({ id, form }) {
      const session = station.need()
      const { headline } = session.row(id)
      const { filePath } = await dialog.showSaveDialog({ title: 'Export the audit', buttonLabel: 'Export', defaultPath: `audit-${slugFrom(headline) || id}.${form}`, filters: [{ name: kinds[form], extensions: [form] }] })
      if (!filePath) return null
      await writeAudit(session.desk, id, form, filePath, printToPdf)
      return filePath
    },
  }
}
