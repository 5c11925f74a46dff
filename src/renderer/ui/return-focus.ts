import { useEffect, useState } from 'react'

/**
 * For a box that opens in passing, inside the page: when it goes, and the focus with it, the focus goes back to where it
 * was when the box opened.
 */
export function useReturnFocus(): void {
  const [from] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // What opened the box may be shown again only now.
      requestAnimationFrame(() => {
        if (from instanceof HTMLElement && isLost(document.activeElement)) from.focus()
      })
    },
    [from],
  )
}

/** The element to go back to from a dialog: where the focus is, or what opened the menu that the dialog was chosen in. */
export function openerNow(): HTMLElement | null {
  const at = document.activeElement
  const trigger = at?.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  const opener = trigger ? document.getElementById(trigger) : at
  return opener instanceof HTMLElement ? opener : null
}

/** Whether nothing has the focus: it fell to the page when its element went. */
export const isLost = (focused: Element | null): boolean => focused === null || focused === document.body
