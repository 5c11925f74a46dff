import type { FocusEvent } from 'react'

/**
 * Whether it is the window that lost the focus, and not what had it within: somebody looks something up in another program, or quits. The
 * element is told the same, but is still the active one of the page, and has the focus again when the window has.
 */
export const isWindowBlur = ({ target }: FocusEvent): boolean => target === document.activeElement
