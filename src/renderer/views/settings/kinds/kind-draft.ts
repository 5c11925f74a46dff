import { Kind } from '@shared/story/kind'
import type { KindId } from '@shared/story/ids'
import { keepHere, keptHere } from '../../../app/keep-here'

/**
 * Changes of a kind that are not saved yet, kept beside the window: who closes it finds them when it is opened again. They
 * are for this computer only, and gone once they are saved or discarded.
 */
const nameOf = (desk: string, kind: KindId | 'new'): string => `kind-draft ${desk} ${kind}`

export const keepDraft = (desk: string, kind: KindId | 'new', draft: Kind): void => keepHere(nameOf(desk, kind), draft)

export const forgetDraft = (desk: string, kind: KindId | 'new'): void => keepHere(nameOf(desk, kind), null)

/** What was left unsaved; null when there is nothing, or nothing that is still a kind. */
export function keptDraft(desk: string, kind: KindId | 'new'): Kind | null {
  const { success, data } = Kind.safeParse(keptHere(nameOf(desk, kind)))
  return success ? data : null
}
