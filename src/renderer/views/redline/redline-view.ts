import { create } from 'zustand'

/** How redlines are read where there is room: the whole text, or only what changed. Kept from story to story. */
export const useRedlineView = create<{ readonly whole: boolean }>(() => ({ whole: true }))
