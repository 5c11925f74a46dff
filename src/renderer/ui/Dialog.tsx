import './dialog.css'
import { X } from 'lucide-react'
import { useEffect, useId, useRef, type CSSProperties, type FormEvent, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { IconButton } from './Button'

interface DialogProps {
  readonly title: string
  /** One or two sentences under the title. */
  readonly about?: ReactNode
  /** Pixels; narrower on a narrow window. */
  readonly width?: number
  /** Called for Escape, the close button and a click outside. */
  readonly onClose: () => void
  /** Return in a field, or the submit button. */
  readonly onSubmit?: () => void
  /** Buttons, the primary one last (`type="submit"` when there is `onSubmit`). */
  readonly foot?: ReactNode
  readonly children?: ReactNode
}

/** A modal dialog: the browser's own, which keeps the focus inside and gives it back. Shown as long as it is mounted. */
export function Dialog({ title, about, width = 480, onClose, onSubmit, foot, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
    return () => dialog?.close()
  }, [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // A dialog may be opened by another one, whose form must not hear it.
    event.stopPropagation()
    onSubmit?.()
  }
  const style: CSSProperties & Record<'--dialog-width', string> = { '--dialog-width': `${width}px` }
  // At the end of the page: a form can't hold another form.
  return createPortal(
    <dialog
      ref={ref}
      className="dialog"
      style={style}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => event.target === ref.current && onClose()}
    >
      <form className="dialog__form" onSubmit={submit} noValidate>
        <header className="dialog__head">
          <h2 className="dialog__title" id={titleId}>
            {title}
          </h2>
          <IconButton icon={X} label="Close" size="small" onClick={onClose} />
        </header>
        {about && <p className="dialog__about">{about}</p>}
        <div className="dialog__body">{children}</div>
        {foot && <footer className="dialog__foot">{foot}</footer>}
      </form>
    </dialog>,
    document.body,
  )
}
