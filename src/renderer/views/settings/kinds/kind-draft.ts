import { Kind } from '@shared/story/kind'
import type { KindId } from '@shared/story/ids'

/**
 * Changes of a kind that are not saved yet, kept beside the window: who closes it finds them when it is opened again. They
 * are for this computer only, and gone once they are saved or discarded.
 */
const nameOf = (desk: string, kind: KindId | 'new'): string => `kind-draft ${desk} ${kind}`

export function keepDraft(desk: string, kind: KindId | 'new', draft: Kind): void {
  localStorage.setItem(nameOf(desk, kind), JSON.stringify(draft))
}

export const forgetDraft = (desk: string, kind: KindId | 'new'): void => localStorage.removeItem(nameOf(desk, kind))

/** What was left unsaved; null when there is nothing, or nothing that is still a kind. */
export function keptDraft(desk: string, kind: KindId | 'new'): Kind | null {
  const text = localStorage.getItem(nameOf(desk, kind))
  if (text === null) return null
  try {
    return Kind.parse(JSON.parse(text))
  } catch {
    return null
  }
}
