import { canonicalBytes } from '../story/canonical'
import type { Member } from './member'
import type { Policy } from './policy'
import { SignedPolicy, type PolicyVersion } from './policy-version'
import type { VerifySignature } from './verify-event'

/** The versions that a member signed, of what a desk's file or a packet holds; anything else is no version. */
export function genuineVersions(stored: readonly unknown[], members: readonly Member[], verify: VerifySignature): PolicyVersion[] {
  return stored.flatMap((raw) => {
    const checked = checkVersion(raw, members, verify)
    return checked.ok ? [checked.version] : []
  })
}

/** One version, or why it is none, for a sentence. */
export function checkVersion(raw: unknown, members: readonly Member[], verify: VerifySignature): { readonly ok: true; readonly version: PolicyVersion } | { readonly ok: false; readonly why: string } {
  const parsed = SignedPolicy.safeParse(raw)
  if (!parsed.success) return { ok: false, why: 'it can’t be read' }
  const { version, signature } = parsed.data
  const author = members.find(({ id }) => id === version.by)
  if (author === undefined) return { ok: false, why: 'whoever signed it is not a member of this desk' }
  if (!verify(author.publicKey, canonicalBytes(version), signature)) return { ok: false, why: `the signature is not that of ${author.name}` }
  return { ok: true, version }
}

/** Why a desk can't have these rules, for the admin who makes them; null when it can. @param waivable Ids of the checks that may be waived at all. */
export function whyNotPolicy(policy: Policy, members: readonly Member[], waivable: ReadonlySet<string>): string | null {
  const named = [policy.by, ...(policy.stages ?? []).map(({ by }) => by), ...(policy.waivable ?? []).map(({ by }) => by)]
  for (const by of named) {
    if (by === undefined || 'role' in by) continue
    const gone = by.members.find((id) => !members.some((member) => member.id === id && member.revoked === undefined))
    if (gone !== undefined) return `The rules name somebody who can’t sign anything on this desk: ${members.find(({ id }) => id === gone)?.name ?? 'a stranger'}.`
  }
  const never = policy.waivable?.find(({ check }) => !waivable.has(check))
  return never === undefined ? null : `What the check ‘${never.check}’ finds can’t be set aside.`
}
