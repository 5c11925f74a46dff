import './button.css'
import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Hint } from './Hint'

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly size?: 'medium' | 'small'
  readonly icon?: LucideIcon
  /** Why it can't be used now; it stays reachable and says so. */
  readonly unavailable?: string | false
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

/** A push button. One that can't be used now keeps its place in the tab order and tells why. */
export function Button({ look = 'secondary', size = 'medium', icon: Icon, unavailable = false, children, className = '', onClick, ...rest }: ButtonProps) {
  const off = unavailable !== false && unavailable !== ''
  const button = (
    <button
      type="button"
      {...rest}
      className={`button button--${look} ${size === 'small' ? 'button--small' : ''} ${className}`}
      aria-disabled={off || undefined}
      onClick={(event) => (off ? event.preventDefault() : onClick?.(event))}
    >
      {Icon && <Icon size={15} aria-hidden />}
      {children}
    </button>
  )
  return off ? <Hint text={unavailable}>{button}</Hint> : button
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  readonly icon: LucideIcon
  /** What it does: its name for screen readers and its tooltip. */
  readonly label: string
  /** Shortcut shown in the tooltip. */
  readonly keys?: string | undefined
}

/** A button that shows only an icon; its label is its name and its tooltip. */
export function IconButton({ icon: Icon, label, keys, look = 'quiet', size = 'medium', unavailable = false, className = '', onClick, ...rest }: IconButtonProps) {
  const off = unavailable !== false && unavailable !== ''
  return (
    <Hint text={off ? `${label}: ${unavailable}` : label} keys={keys}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-disabled={off || undefined}
        className={`button button--${look} button--icon ${size === 'small' ? 'button--small' : ''} ${className}`}
        onClick={(event) => (off ? event.preventDefault() : onClick?.(event))}
      >
        <Icon size={16} aria-hidden />
      </button>
    </Hint>
  )
}
