import './packets.css'
import { grouped } from '@shared/identity/fingerprint'
import type { MemberId } from '@shared/story/ids'

/** A key as two people compare it: eight groups of four, read from left to right in any script. */
export function Fingerprint({ member }: { readonly member: MemberId }) {
  return (
    <code className="fingerprint" dir="ltr">
      {grouped(member)}
    </code>
  )
}
