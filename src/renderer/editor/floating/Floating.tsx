import './floating.css'
import { autoUpdate, computePosition, flip, hide, offset, shift, size, type Middleware, type Placement, type ReferenceElement } from '@floating-ui/dom'
import { useLayoutEffect, useRef, type ComponentPropsWithRef } from 'react'

interface FloatingProps extends ComponentPropsWithRef<'div'> {
  /** What it stands beside; must be the same object while it is the same place. */
  readonly anchor: ReferenceElement
  readonly placement: Placement
  readonly gap?: number
  /** Takes the focus to its element with `data-first` as soon as it can be seen; before, nothing in it can have the focus. */
  readonly takesFocus?: boolean
}

/**
 * A small panel beside a place of the text, gone while its place is scrolled out of view. Beside words it stays within their column, as far
 * as it has room there, and covers nothing of the panels beside it; anywhere it stays in the window.
 */
export function Floating({ anchor, placement, gap = 8, takesFocus = false, className = '', children, ...rest }: FloatingProps) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const panel = ref.current
    if (panel === null) return
    let waiting = takesFocus
    /** How high it may be there, for a list in it that scrolls. */
    const tellRoom = size({ padding: 8, apply: ({ availableHeight }) => panel.style.setProperty('--room', `${Math.floor(availableHeight)}px`) })
    const middleware = [offset(gap), flip({ padding: 8 }), ...inColumnOf(anchor), shift({ padding: 8 }), tellRoom, hide()]
    const place = async (): Promise<void> => {
      const { x, y, middlewareData } = await computePosition(anchor, panel, { strategy: 'fixed', placement, middleware })
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

/** Moves the panel sideways into the column of the text that it stands in; nothing where there is none. */
function inColumnOf({ contextElement }: ReferenceElement & { readonly contextElement?: Element | undefined }): Middleware[] {
  const column = contextElement?.closest('.story-editor__text')
  return column == null ? [] : [shift({ padding: 8, boundary: column })]
}
