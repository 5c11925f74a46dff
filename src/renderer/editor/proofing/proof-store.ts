import type { LanguageNote } from '@shared/style/language-notes'
import { create } from 'zustand'
import type { Found } from './proof'
import type { Mistake } from './marks'

/** A place in the window, in CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** With a key one goes on by key: to the first suggestion, as soon as there is one. */
export type OpenedBy = 'key' | 'pointer'

/** What is open beside the text: the menu of a place, or the card of a note. */
export type Opened =
  | { readonly what: 'none' }
  | { readonly what: 'menu'; readonly at: Point; readonly mistake: Found<Mistake> | null; readonly note: Found<LanguageNote> | null; readonly by: OpenedBy }
  | { readonly what: 'note'; readonly found: Found<LanguageNote> }

export const useProofStore = create<{ readonly opened: Opened }>(() => ({ opened: { what: 'none' } }))

export const openMenu = (at: Point, mistake: Found<Mistake> | null, note: Found<LanguageNote> | null, by: OpenedBy): void => useProofStore.setState({ opened: { what: 'menu', at, mistake, note, by } })
export const openNote = (found: Found<LanguageNote>): void => useProofStore.setState({ opened: { what: 'note', found } })
export const closeProof = (): void => useProofStore.setState({ opened: { what: 'none' } })
