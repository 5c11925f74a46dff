import './floating.css'
import { autoUpdate, computePosition, flip, hide, offset, shift, type Placement, type ReferenceElement } from '@floating-ui/dom'
import { useLayoutEffect, useRef, type ComponentPropsWithRef } from 'react'

interface FloatingProps extends ComponentPropsWithRef<'div'> {
  /** What it stands beside; must be the same object while it is the same place. */
  readonly anchor: ReferenceElement
  readonly placement: Placement
  readonly gap?: number
  /** Takes the focus to its element with `data-first` as soon as it can be seen; before, nothing in it can have the focus. */
  readonly takesFocus?: boolean
}

/** A small panel beside a place of the text, kept in the window, gone while its place is scrolled out of view. */
export function Floating({ anchor, placement, gap = 8, takesFocus = false, className = '', children, ...rest }: FloatingProps) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const panel = ref.current
    if (panel === null) return
    let waiting = takesFocus
    const place = async (): Promise<void> => {
      const { x, y, middlewareData } = await computePosition(anchor, panel, { strategy: 'fixed', placement, middleware: [offset(gap), flip({ padding: 8 }), shift({ padding: 8 }), hide()] })
      panel.style.left = `${Math.round(x)}px`
      panel.style.top = `${Math.round(y)}px`
      panel.style.visibility = middlewareData.hide?.referenceHidden ? 'hidden' : 'visible'
      if (waiting) panel.querySelector<HTMLElement>('[data-first]')?.focus()
      waiting = false
    }
    return autoUpdate(anchor, panel, () => void place())
  }, [anchor, placement, gap, takesFocus])
  return (
    <div {...rest} ref={ref} className={`floating ${className}`}>
      {children}
    </div>
  )
}
