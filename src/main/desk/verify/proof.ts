import type { AuditReport } from '../../../shared/audit/audit-report'
import type { StoryId } from '../../../shared/story/ids'
import { storyAudit } from '../../audit/story-audit'
import { withDesk } from '../with-desk'

/**
 * What a story's log proves, from the desk's file alone: each approval with who gave it, over which hash and by which rule, and the
 * revocations. Only reads, and may run beside an open window.
 * @throws DeskError `no-desk`, `no-story`, `story-damaged`.
 */
export function proofOfStory(folder: string, story: StoryId): Promise<AuditReport> {
  return withDesk(folder, { lock: false }, (desk) => Promise.resolve(desk.db.transaction(() => storyAudit(desk, story))()))
}

/** How many of its approvals stand on a version that is gone, or is no longer what was signed. */
export function auditFaults({ approvals }: AuditReport): number {
  return approvals.filter(({ hash, takenBack }) => hash !== 'right' && !takenBack).length
}
