import type { FoundStory } from '../../shared/find/desk-find'
import { findAcross } from '../find/find-across'
import { withDesk } from '../desk/with-desk'
import { exportApproved } from '../export/export-approved'
import { verifyDesk } from '../desk/verify'
import { importStories } from '../import/import-stories'
import { lookAtPacket } from '../packet/look-at-packet'
import { takePacket } from '../packet/take-packet'
import { writePacket } from '../packet/write-packet'
import type { JobOutput, JobRequest, Progress } from './job-contract'

/** The app that asked holds the lock. */
const jobOfTheApp = { lock: false }

/** Does one long task to its end on a connection of its own. The app that asked holds the desk's lock meanwhile. */
export async function performJob(request: JobRequest, signal: AbortSignal, report: (progress: Progress) => void, found: (stories: FoundStory[]) => void = () => undefined): Promise<JobOutput<JobRequest['kind']>> {
  switch (request.kind) {
    case 'import':
      return withDesk(request.desk, jobOfTheApp, (desk) => importStories(desk, { file: request.file, by: request.by, signal, report }))
    case 'export':
      return withDesk(request.desk, jobOfTheApp, (desk) => exportApproved(desk, { folder: request.folder, preset: request.preset, stories: request.stories, signal, report }))
    case 'verify':
      return verifyDesk(request.desk, { rebuild: request.rebuild, signal, report })
    case 'packetLook':
      return withDesk(request.desk, jobOfTheApp, (desk) => lookAtPacket(desk, { ...request, signal, report }))
    case 'packetTake':
      return withDesk(request.desk, jobOfTheApp, (desk) => takePacket(desk, { ...request, signal, report }))
    case 'packetWrite':
      return withDesk(request.desk, jobOfTheApp, (desk) => writePacket(desk, { ...request, signal, report }))
    case 'find':
      return withDesk(request.desk, jobOfTheApp, ({ db }) => findAcross(db, { query: request.query, signal, found, report }))
  }
}
