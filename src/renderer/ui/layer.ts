import { createContext, useContext } from 'react'
import { create } from 'zustand'

/**
 * The modal dialogs that are open, the topmost last. Everything outside the topmost is inert, so what must be seen and
 * reached above it (notices, hints, menus) is put inside it.
 */
const useModals = create<{ readonly open: readonly HTMLElement[] }>(() => ({ open: [] }))

/** Enters a dialog that was shown; answers how to take it out. */
export function enterModal(dialog: HTMLElement): () => void {
  useModals.setState(({ open }) => ({ open: [...open, dialog] }))
  return () => useModals.setState(({ open }) => ({ open: open.filter((other) => other !== dialog) }))
}

/** The topmost open dialog, or null when none is open. */
export const useTopModal = (): HTMLElement | null => useModals(({ open }) => open.at(-1) ?? null)
export const isModalOpen = (): boolean => useModals.getState().open.length > 0
/** Hears whenever the last dialog is closed. */
export const onModalsClosed = (then: () => void): (() => void) => useModals.subscribe(({ open }, before) => open.length === 0 && before.open.length > 0 && then())

/**
 * Where the page shows what stands above it: an element beside the app's own. React listens to every event of each element
 * that it draws into; were that the whole page, it would hear each key in the text twice.
 */
export const pageLayer = (): HTMLElement => document.getElementById('layer') ?? document.body

/** The dialog around a component; null outside of dialogs. */
export const LayerContext = createContext<HTMLElement | null>(null)
/** Where a component shows what stands apart from it (a hint, a menu): in the dialog around it, else above the page. */
export const useLayer = (): HTMLElement => useContext(LayerContext) ?? pageLayer()
