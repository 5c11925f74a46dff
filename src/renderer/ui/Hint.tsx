import './hint.css'
import { cloneElement, type HTMLAttributes, type ReactElement } from 'react'

interface HintProps {
  readonly text: string
  readonly keys?: string | undefined
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  /** One element, or a component that gives such attributes on to its element. */
  readonly children: ReactElement<HTMLAttributes<HTMLElement>>
}

/** A tooltip on hover and focus; `showHints` shows it. */
export function Hint({ text, keys, side = 'bottom', children }: HintProps) {
  const said: HTMLAttributes<HTMLElement> & Readonly<Record<`data-${string}`, string | undefined>> = { 'data-hint': text, 'data-hint-keys': keys, 'data-hint-side': side }
  return cloneElement(children, said)
}
