import { fault, proved, unproved, type Statement } from '../../../shared/audit/statement'
import { short } from '../../../shared/audit/describe-event'
import { wordingOf } from '../../../shared/audit/wording'
import type { ApprovedStory } from '../../../shared/approved-story'
import type { PageProof } from '../../../shared/markdown/presets/page-proof'
import { DeskError } from '../../../shared/result'
import type { Sanction } from '../../../shared/workflow/state'
import { storyAudit } from '../../audit/story-audit'
import { hasStory } from '../../store/stories'
import { signOffsOf, type SignOffs } from '../approved-stories'
import type { Desk } from '../desk'
import { comparePage } from './compare-page'
import { filesBeside } from './files-beside'

const { moment } = wordingOf([], [])

/**
 * Whether a page is what was approved, by the desk that it came from: the version is there and is what its name says, the approvals that
 * the page names are in the story's log and counted, and the same preset writes the same bytes from it.
 * @param file Where the page is: pictures and files are looked for beside it.
 */
export async function checkOnDesk(desk: Desk, file: string, page: string, proof: PageProof): Promise<Statement[]> {
  if (!hasStory(desk.db, proof.story)) return [fault(`The desk ‘${desk.name}’ does not have the story that the page says it is (${proof.story}). Is it another desk’s?`)]
  try {
    const signOffs = signOffsOf(desk, proof.story)
    const sanction = sanctionFor(signOffs, proof)
    if (sanction === undefined) return [fault(`The story’s log does not say that version ${short(proof.revision)} was ever approved.`)]
    const story = signOffs.approvedAs(sanction)
    const { statement, page: written } = comparePage(desk, page, proof, withApprovalsOf(story, proof))
    return [proved(`The desk ‘${desk.name}’ has version ${short(proof.revision)}, and its content hashes to that name.`), ...approvalsOf(desk, story, proof, signOffs), rule(desk, proof, sanction, signOffs), ...standing(sanction, signOffs), statement, ...(written === undefined ? [] : await filesBeside(file, written))]
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    return [fault(error.message)]
  }
}

/** The sign-off of the version that the page names: one that stands before one that was taken back, else the newest. */
function sanctionFor({ workflow: { approved = [] } }: SignOffs, { revision }: PageProof): Sanction | undefined {
  const all = approved.filter((sanction) => sanction.revision === revision)
  return all.findLast(({ takenBack }) => !takenBack) ?? all.at(-1)
}

function approvalsOf(desk: Desk, { approvals }: ApprovedStory, proof: PageProof, { events }: SignOffs): Statement[] {
  const tookBack = (member: string): boolean => events.some(({ event }) => event.type === 'withdrawApproval' && event.by === member && event.revision === proof.revision)
  return proof.approvals.map(({ name, member, signature, key }) => {
    const found = approvals.find((approval) => approval.signature === signature && approval.by === member && approval.key === key)
    if (found === undefined && tookBack(member)) return fault(`${name}, who approved this version, took that approval back since.`)
    if (found === undefined) return fault(`The approval that the page names ${name} for is not in the story’s log, or did not count.`)
    if (found.name !== name) return fault(`The page calls whoever approved ${name}; on the desk this member is ${found.name}.`)
    const revoked = desk.members.find(({ id }) => id === member)?.revoked
    return proved(`${found.name} approved this version on ${moment(found.at)}; the approval is in the story’s log, signed with their key, and counted.${revoked === undefined ? '' : ` The key was revoked on ${moment(revoked.at)}; the desk had this approval before.`}`)
  })
}

/** Which rules the sign-off satisfied, as the audit of the story says it. */
function rule(desk: Desk, { story }: PageProof, sanction: Sanction, { workflow }: SignOffs): Statement {
  const place = (workflow.approved ?? []).indexOf(sanction)
  return proved(storyAudit(desk, story).approvals[place]?.rule ?? '')
}

function standing({ takenBack, revision }: Sanction, { workflow }: SignOffs): Statement[] {
  if (takenBack) return [fault('The approval of this version was taken back since.')]
  if (workflow.state === 'archived') return [unproved('The story is in the archive by now.')]
  return workflow.approvedRevision === revision ? [proved('It is the version that is approved now.')] : [unproved('A newer version has been approved since: this page is what was approved before it.')]
}

/** The story with the approvals that it had when the page was written: others may have come on top. */
function withApprovalsOf(story: ApprovedStory, { approvals }: PageProof): ApprovedStory {
  const named = new Set(approvals.map(({ signature }) => signature))
  return { ...story, approvals: story.approvals.filter(({ signature }) => named.has(signature)) }
}
