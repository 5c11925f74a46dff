import type { Policy } from '../workflow/policy'
import { blockChecks } from './block-checks'
import { bodyChecks } from './body-checks'
import type { Check, PreflightInput } from './check'
import { clearanceChecks } from './clearance-checks'
import { fieldChecks } from './field-checks'
import type { Finding } from './finding'
import { kindChecks } from './kind-checks'
import { linkChecks } from './link-checks'
import { styleChecks } from './style-checks'
import { suggestionChecks } from './suggestion-checks'

/** Every check, in the order in which findings are listed. A policy may let the findings of any of them block. */
export const checks: readonly Check[] = [...fieldChecks, ...kindChecks, ...bodyChecks, ...linkChecks, ...blockChecks, ...clearanceChecks, ...suggestionChecks, ...styleChecks]

const weight = { blocker: 0, warning: 1, note: 2 } as const

/** What stands between a story and its readers: blockers first, then warnings, then notes. */
export function preflight(input: PreflightInput): Finding[] {
  return checks
    .flatMap(({ id, severity, find }) => find(input).map((found) => ({ check: id, severity, ...found })))
    .sort((a, b) => weight[a.severity] - weight[b.severity])
}

/** Whether any finding forbids going on, by itself or because the desk's policy says so. */
export function isBlocked(findings: readonly Finding[], policy: Policy): boolean {
  return findings.some((finding) => isBlocker(finding, policy))
}

/** Whether one finding forbids going on; one that was set aside doesn't. */
export function isBlocker({ severity, check, waived }: Finding, policy: Policy): boolean {
  if (waived !== undefined) return false
  return severity === 'blocker' || policy.blocking.includes(check)
}
