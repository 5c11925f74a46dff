import { useEffect, type RefObject } from 'react'

/** Makes the buttons of an element one stop in the tab order: Tab enters at the last one used, arrows, Home and End move. */
export function useRovingFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const bar = ref.current
    if (bar === null) return
    const buttons = (): HTMLButtonElement[] => [...bar.querySelectorAll<HTMLButtonElement>('button')].filter((button) => button.offsetParent !== null)
    const enter = (button: Element): void => bar.querySelectorAll('button').forEach((other) => (other.tabIndex = other === button ? 0 : -1))
    const move = (event: KeyboardEvent): void => {
      const all = buttons()
      const at = all.findIndex((button) => button === document.activeElement)
      const forward = getComputedStyle(bar).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
      const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight'
      const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: -1 }[event.key]
      const next = at < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey ? undefined : all.at(to % all.length)
      if (next === undefined) return
      event.preventDefault()
      next.focus()
    }
    const focused = (event: FocusEvent): void => {
      if (event.target instanceof HTMLButtonElement) enter(event.target)
    }
    // Whether it is shown can't be asked now: the whole page would be laid out for the answer.
    const first = bar.querySelector('button')
    if (first) enter(first)
    bar.addEventListener('keydown', move)
    bar.addEventListener('focusin', focused)
    return () => {
      bar.removeEventListener('keydown', move)
      bar.removeEventListener('focusin', focused)
    }
  }, [ref])
}
