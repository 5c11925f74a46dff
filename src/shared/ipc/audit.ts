import { z } from 'zod'
import { AuditForm, AuditReport } from '../audit/audit-report'
import { StoryId } from '../story/ids'
import { call } from './call'

/** What happened to a story, and what proves it. */
export const auditCalls = {
  /** What happened to a story, and what proves it. */
  'audit.story': call(z.object({ id: StoryId }), AuditReport),
  /** Writes that to a file chosen in the system's dialog; null when cancelled, or its path. */
  'audit.export': call(z.object({ id: StoryId, form: AuditForm }), z.string().nullable()),
}
