import { checks } from './preflight'

/** Without these a story can't be shown, named or linked to at all, so nobody can set them aside. */
const needed: ReadonlySet<string> = new Set(['headline', 'slug', 'missing-file', 'empty-body', 'button', 'embed', 'link', 'address', 'date'])

/** The checks whose findings a desk's rules may let somebody set aside. */
export const waivableChecks = checks.filter(({ id }) => !needed.has(id))
export const mayEverBeWaived: ReadonlySet<string> = new Set(waivableChecks.map(({ id }) => id))
