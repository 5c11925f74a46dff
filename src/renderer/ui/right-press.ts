/**
 * Opens a menu for the right mouse button, or the key that stands for it, when the button is up again: where the system asks for the menu
 * with the press, the release would choose whatever entry has come to lie under the pointer.
 */
export function openOnRelease(event: Pick<MouseEvent, 'buttons' | 'preventDefault'>, open: () => void): void {
  event.preventDefault()
  if ((event.buttons & 2) === 0) return open()
  window.addEventListener('pointerup', () => setTimeout(open), { once: true, capture: true })
}
