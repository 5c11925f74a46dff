import type { EventId } from '../story/ids'
import type { WorkflowEvent } from '../workflow/event'
import type { Clearance } from './clearance'

type Clear = Extract<WorkflowEvent, { type: 'clear' }>
type Unclear = Extract<WorkflowEvent, { type: 'unclear' }>

/** The clearances after one was given. */
export function withClearance(clearances: readonly Clearance[], id: EventId, { part, clearedBy, evidence, by, at }: Clear): Clearance[] {
  return [...clearances, { event: id, part, ...(clearedBy !== undefined && { clearedBy }), evidence, by, at }]
}

/** The clearances after one was taken back; it stays, with who took it back and why. */
export function withoutClearance(clearances: readonly Clearance[], id: EventId, { clearance, by, at, reason }: Unclear): Clearance[] {
  return clearances.map((one) => (one.event === clearance ? { ...one, takenBack: { event: id, by, at, reason } } : one))
}

/** Why a clearance can't be taken back; null when it can. */
export function whyNotUnclear(clearances: readonly Clearance[], event: string | undefined): string | null {
  const clearance = clearances.find((one) => one.event === event)
  if (clearance === undefined) return 'There is no such clearance.'
  return clearance.takenBack === undefined ? null : 'This clearance was taken back already.'
}
