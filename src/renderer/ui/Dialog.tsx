import './dialog.css'
import { X } from 'lucide-react'
import { useId, type FormEvent, type ReactNode } from 'react'
import { IconButton } from './Button'
import { Modal } from './Modal'

interface DialogProps {
  readonly title: string
  /** One or two sentences under the title. */
  readonly about?: ReactNode
  /** Pixels; narrower on a narrow window. */
  readonly width?: number
  readonly className?: string
  /** Called for Escape, the close button and a click outside. */
  readonly onClose: () => void
  /** Return in a field, or the submit button. */
  readonly onSubmit?: () => void
  /** The content is only read: it can have the focus, so that keys scroll it. */
  readonly reading?: boolean
  /** Buttons, the primary one last (`type="submit"` when there is `onSubmit`). */
  readonly foot?: ReactNode
  readonly children?: ReactNode
}

/** A modal dialog with a title and buttons. Shown as long as it is mounted. */
export function Dialog({ title, about, width = 480, className = '', onClose, onSubmit, reading = false, foot, children }: DialogProps) {
  const titleId = useId()
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    // A dialog may be opened by another one, whose form must not hear it.
    event.stopPropagation()
    onSubmit?.()
    const form = event.currentTarget
    // Once what is wrong has been drawn.
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  return (
    <Modal labelledBy={titleId} width={width} className={className} onClose={onClose}>
      <form className="dialog__form" onSubmit={submit} noValidate>
        <header className="dialog__head">
          <h2 className="dialog__title" id={titleId}>
            {title}
          </h2>
          <IconButton icon={X} label="Close" size="small" className="dialog__close" onClick={onClose} />
        </header>
        {about && <p className="dialog__about">{about}</p>}
        <div className="dialog__body" {...(reading && { role: 'region', 'aria-labelledby': titleId, tabIndex: 0 })}>
          {children}
        </div>
        {foot && <footer className="dialog__foot">{foot}</footer>}
      </form>
    </Modal>
  )
}
