import { checks } from '../checks/preflight'
import { evidenceInWords, partInWords } from '../clearance/in-words'
import { listed } from '../listed'
import { isolated } from '../story/isolated'
import type { WorkflowEvent } from '../workflow/event'
import { withArticle } from '../workflow/approvers'
import type { Wording } from './wording'

/** An event in words: what its author did, to go on after their name, and what they wrote beside it. */
export interface DescribedEvent {
  readonly text: string
  /** What a record adds to it and a glance can spare; empty for most. */
  readonly detail: string
  readonly note: string
}

/** Says what an event is, whatever became of it. Every kind of event has its words here, and nowhere else. */
export function describeEvent(event: WorkflowEvent, wording: Wording): DescribedEvent {
  return { detail: '', ...wordsOf(event, wording) }
}

type Words = Omit<DescribedEvent, 'detail'> & Partial<Pick<DescribedEvent, 'detail'>>

function wordsOf(event: WorkflowEvent, wording: Wording): Words {
  switch (event.type) {
    case 'submit':
      return { text: `asked ${asked(event, wording)}for review${by(event.due, wording)}`, note: event.note }
    case 'reassign':
      return { text: `asked ${asked(event, wording)}for the review under way, instead of those before${by(event.due, wording)}`, note: event.note }
    case 'approve':
      return { text: event.note === '' ? 'approved this version' : 'approved this version with a remark', note: event.note }
    case 'reapprove':
      return { text: `approved a small change of version ${short(event.previous)}`, note: '' }
    case 'waive':
      return { text: `set aside for this version what preflight found: ${checks.find(({ id }) => id === event.check)?.label ?? event.check}`, note: event.reason }
    case 'requestChanges':
      return { text: 'asked for changes', note: event.reason }
    case 'clear':
      return { text: `cleared the ${partInWords(event.part)}${event.clearedBy === undefined ? '' : `, as cleared by ${isolated(event.clearedBy)}`}`, note: evidenceInWords(event.evidence) }
    case 'unclear':
      return { text: 'took back the clearance of a part of the text', note: event.reason }
    case 'withdraw':
      return { text: 'withdrew it from review', note: '' }
    case 'withdrawApproval':
      return { text: 'took back their approval of this version', note: event.reason }
    case 'schedule':
      return { text: `scheduled it for ${wording.moment(event.publishAt)}`, note: '' }
    case 'publish':
      return { text: `published it to ${wording.target(event.target)}`, detail: `, at ${event.url}`, note: '' }
    case 'unpublish':
      return { text: `took it down from ${wording.target(event.target)}`, note: '' }
    case 'archive':
      return { text: 'archived it', note: '' }
    case 'unarchive':
      return { text: 'took it out of the archive', note: '' }
  }
}

const names: Readonly<Record<WorkflowEvent['type'], string>> = {
  submit: 'A submission',
  reassign: 'Another request for review',
  approve: 'An approval',
  reapprove: 'A second approval of a small change',
  waive: 'A waiver',
  requestChanges: 'A request for changes',
  clear: 'A clearance',
  unclear: 'A withdrawal of a clearance',
  withdraw: 'A withdrawal',
  withdrawApproval: 'A withdrawal of an approval',
  schedule: 'A schedule',
  publish: 'A publication',
  unpublish: 'A take-down',
  archive: 'A move to the archive',
  unarchive: 'A move out of the archive',
}

/** What a thing is that claims to be an event of some type, to begin a sentence with. */
export const eventName = (type: string | null): string => Object.entries(names).find(([name]) => name === type)?.[1] ?? 'An entry of the log'

/** The start of a revision's or an event's id, as long as the window shows it: enough for a sentence. */
export const short = (id: string): string => id.slice(0, 8)

function asked({ reviewers, roles = [] }: Pick<Extract<WorkflowEvent, { type: 'submit' }>, 'reviewers' | 'roles'>, wording: Wording): string {
  const names = [...reviewers.map(wording.member), ...roles.map(withArticle)]
  return names.length === 0 ? '' : `${listed(names)} `
}

const by = (due: string | null, wording: Wording): string => (due === null ? '' : ` by ${wording.day(due)}`)
