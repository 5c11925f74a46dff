import { canonicalBytes } from '../story/canonical'
import type { Member } from '../workflow/member'
import type { VerifySignature } from '../workflow/verify-event'

/** What an admin said about a member of the desk. */
interface AboutMember {
  readonly member: string
  readonly by: string
}

/** Why something that was said about a member was signed by nobody of the desk, in words; null when it was. @param what What it is, such as ‘revocation of the key’. */
export function whyNotSigned(what: string, said: AboutMember, signature: string, members: readonly Member[], verify: VerifySignature): string | null {
  const by = members.find(({ id }) => id === said.by)
  const whose = memberName(members, said.member)
  if (by === undefined) return `The ${what} of ${whose} was signed by nobody of this desk, so it counts for nothing.`
  return verify(by.publicKey, canonicalBytes(said), signature) ? null : `The ${what} of ${whose} does not have the signature of ${by.name}, so it counts for nothing.`
}

/** What a member is called; words for somebody whom the desk does not know. */
export const memberName = (members: readonly Member[], id: string): string => members.find((member) => member.id === id)?.name ?? 'somebody who is no member of this desk'

/** Why the only admin stays one. */
export const onlyAdmin = ({ name }: Member): string => `${name} is the only admin. Make somebody else an admin first: a desk without one could not be looked after any more.`
