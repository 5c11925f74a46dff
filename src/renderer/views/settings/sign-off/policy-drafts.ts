import type { KindId } from '@shared/story/ids'
import type { PolicyDraft } from '@shared/workflow/policy-draft'
import { create } from 'zustand'

/** Rules that are being edited and are not saved, by desk and kind: they are still there after a look elsewhere. */
export const usePolicyDrafts = create<{ readonly drafts: Readonly<Record<string, PolicyDraft>> }>(() => ({ drafts: {} }))

export const draftName = (desk: string, kind: KindId | null): string => `${kind ?? ''} ${desk}`

export const keepDraft = (name: string, draft: PolicyDraft): void => usePolicyDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [name]: draft } }))

export const dropDraft = (name: string): void => usePolicyDrafts.setState(({ drafts }) => ({ drafts: Object.fromEntries(Object.entries(drafts).filter(([other]) => other !== name)) }))
