import './menu.css'
import { Check, type LucideIcon } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { Fragment, useRef, type ReactElement, type ReactNode } from 'react'
import { useLayer } from './layer'

export interface MenuEntry {
  readonly id: string
  readonly label: ReactNode
  readonly icon?: LucideIcon
  readonly keys?: string | undefined
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly onSelect: () => void
}
export interface MenuGroup {
  readonly label?: string
  readonly entries: readonly MenuEntry[]
}

interface MenuProps {
  readonly trigger: ReactElement
  readonly groups: readonly MenuGroup[]
  readonly align?: 'start' | 'end'
  /** Where the focus goes after a choice; to the trigger unless given. */
  readonly returnFocus?: () => void
  /** For a menu that something else than its trigger opens, too. */
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

/** A menu that drops from its trigger: arrows, typeahead, Escape. */
export function Menu({ trigger, groups, align = 'start', returnFocus, open, onOpenChange }: MenuProps) {
  const layer = useLayer()
  const chosen = useRef(false)
  const close = (event: Event): void => {
    if (!chosen.current || returnFocus === undefined) return
    event.preventDefault()
    chosen.current = false
    returnFocus()
  }
  return (
    <DropdownMenu.Root modal={false} {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={layer}>
        <DropdownMenu.Content className="menu" align={align} sideOffset={4} collisionPadding={8} onCloseAutoFocus={close} onClick={() => (chosen.current = true)}>
          {groups.map((group, index) => (
            <Fragment key={group.label ?? index}>
              {index > 0 && <DropdownMenu.Separator className="menu__line" />}
              {group.label && <DropdownMenu.Label className="menu__label">{group.label}</DropdownMenu.Label>}
              {group.entries.map(item)}
            </Fragment>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function item({ id, label, icon: Icon, keys, checked, disabled, onSelect }: MenuEntry) {
  const inside = (
    <>
      {Icon && <Icon size={15} aria-hidden />}
      {label}
      {checked && <Check size={14} aria-hidden style={{ marginInlineStart: 'auto' }} />}
      {keys && <kbd>{keys}</kbd>}
    </>
  )
  return checked === undefined ? (
    <DropdownMenu.Item key={id} className="menu__item" disabled={disabled ?? false} onSelect={onSelect}>
      {inside}
    </DropdownMenu.Item>
  ) : (
    <DropdownMenu.CheckboxItem key={id} className="menu__item" checked={checked} disabled={disabled ?? false} onSelect={onSelect}>
      {inside}
    </DropdownMenu.CheckboxItem>
  )
}
