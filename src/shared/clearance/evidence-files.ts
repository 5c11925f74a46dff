import type { WorkflowEvent } from '../workflow/event'
import type { Evidence } from './clearance'

type EvidenceFile = NonNullable<Evidence['file']>

/** The files that show that parts were cleared, each once, whether or not these clearances still hold. */
export function evidenceFiles(events: readonly WorkflowEvent[]): EvidenceFile[] {
  const files = events.flatMap((event) => (event.type === 'clear' ? (event.evidence.file ?? []) : []))
  return [...new Map(files.map((file) => [file.hash, file])).values()].sort((a, b) => (a.hash < b.hash ? -1 : 1))
}
