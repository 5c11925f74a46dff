import './hint.css'
import { Tooltip } from 'radix-ui'
import type { ReactElement } from 'react'
import { pageLayer, useLayer } from './layer'

/** A tooltip on hover and focus. Needs a `HintProvider` above it. */
export function Hint({ text, keys, side = 'bottom', children }: { readonly text: string; readonly keys?: string | undefined; readonly side?: 'top' | 'bottom' | 'left' | 'right'; readonly children: ReactElement }) {
  const layer = useLayer()
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal container={layer}>
        <Tooltip.Content className="hint" side={side} sideOffset={6} collisionPadding={8} onEscapeKeyDown={() => layer !== pageLayer() && cancel(layer)}>
          {text}
          {keys && <kbd>{keys}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

/** A hint takes the Escape key for itself; in a dialog, people mean the dialog. */
function cancel(dialog: HTMLElement): void {
  dialog.dispatchEvent(new Event('cancel', { cancelable: true }))
}

export const HintProvider = ({ children }: { readonly children: React.ReactNode }) => (
  <Tooltip.Provider delayDuration={500} skipDelayDuration={200} disableHoverableContent>
    {children}
  </Tooltip.Provider>
)
