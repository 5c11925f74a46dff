import { create } from 'zustand'

/** Which dialog about a story's translations, or its kind, is open. */
export type ContentDialog = 'none' | 'translate' | 'link' | 'changeKind'

export const useContentDialog = create<{ readonly dialog: ContentDialog }>(() => ({ dialog: 'none' }))

export const openContentDialog = (dialog: ContentDialog): void => useContentDialog.setState({ dialog })
export const closeContentDialog = (): void => openContentDialog('none')
