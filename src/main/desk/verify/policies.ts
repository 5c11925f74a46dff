import { checkVersion } from '../../../shared/workflow/check-policies'
import { rulesId, SignedPolicy } from '../../../shared/workflow/policy-version'
import { storedPolicies } from '../../store/policies'
import type { Desk } from '../desk'
import { verifySignature } from '../identity'
import type { Findings } from './findings'

/** Every version of the rules of sign-off must be readable and signed by a member: others hold for nothing, and what was submitted under them doesn't either. */
export function checkPolicies({ db, members }: Pick<Desk, 'db' | 'members'>, findings: Findings): void {
  for (const raw of storedPolicies(db)) {
    findings.checked('Versions of the rules of sign-off')
    const checked = checkVersion(raw, members, verifySignature)
    if (!checked.ok) findings.fault('Versions of the rules of sign-off', `A version of the rules of sign-off holds for nothing, because ${checked.why}${nameIn(raw)}.`)
  }
}

/** Which version it is, as far as it can be told. */
function nameIn(raw: unknown): string {
  const parsed = SignedPolicy.safeParse(raw)
  return parsed.success ? ` (${rulesId(parsed.data.version)})` : ''
}
