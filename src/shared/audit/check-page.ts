import { fingerprint, grouped } from '../identity/fingerprint'
import { readProof, sealIsRight, type PageProof } from '../markdown/presets/page-proof'
import { canonicalBytes, canonicalText } from '../story/canonical'
import { eventId, WorkflowEvent } from '../workflow/event'
import type { VerifySignature } from '../workflow/verify-event'
import { short } from './describe-event'
import { fault, proved, unproved, type Statement } from './statement'
import { wordingOf } from './wording'

/** What an exported page proves by itself, and what it says it is; null for a page that Copydesk did not write. */
export interface PageCheck {
  readonly proof: PageProof
  readonly statements: readonly Statement[]
}

const { moment } = wordingOf([], [])

/**
 * Checks an exported page with nothing but itself: its digest, and the signatures that it carries over the version that it says it
 * is. That its words are those of that version is not to be had this way: it takes the desk.
 */
export function checkPage(page: string, verify: VerifySignature): PageCheck | null {
  const proof = readProof(page)
  if (proof === null) return null
  const seal = sealIsRight(page)
    ? proved('The file is as Copydesk wrote it, by its own digest. Whoever changes words and digest together is found out only by the desk.')
    : fault('The file was changed since Copydesk wrote it: its digest is another one.')
  return { proof, statements: [seal, ...approvals(proof, verify)] }
}

function approvals(proof: PageProof, verify: VerifySignature): Statement[] {
  if (proof.approvals.length === 0) return [fault('The page names nobody who approved it.')]
  return proof.approvals.map((approval) => approvalStatement(proof, approval, verify))
}

type ApprovalProof = PageProof['approvals'][number]

function approvalStatement({ story, revision }: PageProof, approval: ApprovalProof, verify: VerifySignature): Statement {
  const { name, member, key, at, signature } = approval
  const who = `${name} (fingerprint ${grouped(member)})`
  if (fingerprint(key) !== grouped(member)) return fault(`The key that the page gives for ${name} is not the one that their id was made from.`)
  if (approval.event === undefined) return unproved(`The approval of ${who} holds a remark, which stays on the desk: without the desk its signature can’t be checked.`)
  const event = eventIn(approval.event)
  if (event === undefined) return fault(`What the page gives as the approval of ${name} is not one.`)
  if (event.by !== member || event.at !== at || event.story !== story || !('revision' in event) || event.revision !== revision || (event.type !== 'approve' && event.type !== 'reapprove')) return fault(`What ${name} signed is not an approval of the version that the page says it is.`)
  if (!verify(key, canonicalBytes(event), signature)) return fault(`The signature of ${name} under the approval is not right.`)
  return proved(`Version ${short(revision)} was approved on ${moment(at)} with the key of ${who}, and the signature is right (event ${short(eventId(event))}).`)
}

/** Only the canonical form counts: it is what was signed, to the byte. */
function eventIn(text: string): WorkflowEvent | undefined {
  try {
    const event = WorkflowEvent.safeParse(JSON.parse(text))
    return event.success && canonicalText(event.data) === text ? event.data : undefined
  } catch {
    return undefined
  }
}

/** What has to stay open as long as there is only the page. */
export const beyondThePage: readonly Statement[] = [
  unproved('Without the desk it can’t be proved that these words are those of the version that was signed.'),
  unproved('Without the desk it can’t be proved whose keys these are, that they were enough for the rules of sign-off, and that the approval was not taken back since.'),
]
