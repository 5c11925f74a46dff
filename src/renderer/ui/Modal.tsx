import './modal.css'
import { useLayoutEffect, useState, type CSSProperties, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { enterModal, LayerContext, pageLayer } from './layer'
import { hush } from './notices'
import { isLost, openerNow } from './return-focus'

interface ModalProps {
  /** Id of the element that names it; or `label`. */
  readonly labelledBy?: string
  readonly label?: string
  /** Pixels; narrower on a narrow window. */
  readonly width: number
  readonly className?: string
  /** Called for Escape and a click outside. */
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * The browser's own modal dialog, which keeps the focus inside and gives it back. Shown as long as it is mounted, at the
 * end of the page. The focus goes to the element with `data-autofocus`, else to the first control that takes
 * text or a choice, else to the dialog itself.
 */
export function Modal({ labelledBy, label, width, className = '', onClose, children }: ModalProps) {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null)
  // Before the element leaves the page: one that is gone already gives the focus back to nobody.
  useLayoutEffect(() => {
    if (dialog === null) return
    const opener = openerNow()
    hush()
    if (!dialog.open) dialog.showModal()
    // Left to itself, the dialog would put the focus on its close button.
    const first = dialog.querySelector<HTMLElement>('[data-autofocus]') ?? dialog.querySelector<HTMLElement>(':is(input, select, textarea):not(:disabled)')
    ;(first ?? dialog).focus()
    const leave = enterModal(dialog)
    return () => {
      leave()
      dialog.close()
      // The browser knows only the item of a menu, which has gone since: then the focus is still in here.
      if (isLost(document.activeElement) || dialog.contains(document.activeElement)) opener?.focus()
    }
  }, [dialog])
  const style: CSSProperties & Record<'--modal-width', string> = { '--modal-width': `${width}px` }
  return createPortal(
    <dialog
      ref={setDialog}
      className={`modal ${className}`}
      tabIndex={-1}
      style={style}
      aria-labelledby={labelledBy}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
      onMouseDown={(event) => event.target === dialog && onClose()}
    >
      <LayerContext value={dialog}>{children}</LayerContext>
    </dialog>,
    pageLayer(),
  )
}
