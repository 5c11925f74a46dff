import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { Fragment, useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useLayer } from './layer'
import type { MenuEntry, MenuGroup } from './Menu'

interface OpenMenuProps {
  /** What it drops from. */
  readonly trigger: () => HTMLElement | null
  readonly labelledBy: string
  readonly groups: readonly MenuGroup[]
  readonly align: 'start' | 'end'
  /** Whether the focus goes to the first entry. */
  readonly toFirst: boolean
  readonly onClose: () => void
  readonly returnFocus?: () => void
}

/** The entries of a menu, as long as it is open. */
export function OpenMenu({ trigger, labelledBy, groups, align, toFirst, onClose, returnFocus }: OpenMenuProps) {
  const layer = useLayer()
  const chosen = useRef(false)
  const left = useRef(false)
  const [place, setPlace] = useState<DOMRect | null>(null)
  // oxlint-disable-next-line react/exhaustive-deps -- where the trigger is when the menu opens
  useLayoutEffect(() => setPlace(trigger()?.getBoundingClientRect() ?? null), [])
  const close = useEffectEvent(onClose)
  // In a window of another size the trigger is somewhere else, or gone.
  useEffect(() => {
    const resized = (): void => close()
    window.addEventListener('resize', resized)
    return () => window.removeEventListener('resize', resized)
  }, [])
  const first = useCallback((content: HTMLElement | null) => {
    // A frame later, when the menu has taken the focus itself.
    if (content !== null && toFirst) requestAnimationFrame(() => content.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])')?.focus())
    // oxlint-disable-next-line react/exhaustive-deps -- as it was opened
  }, [])
  const giveBack = (event: Event): void => {
    event.preventDefault()
    if (chosen.current && returnFocus !== undefined) returnFocus()
    else if (chosen.current || !left.current) trigger()?.focus()
  }
  if (place === null) return null
  return (
    <DropdownMenu.Root modal={false} open onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Portal container={layer}>
        <DropdownMenu.Trigger asChild>
          <span className="menu__anchor" aria-hidden tabIndex={-1} style={{ left: place.left, top: place.top, width: place.width, height: place.height }} />
        </DropdownMenu.Trigger>
      </DropdownMenu.Portal>
      <DropdownMenu.Portal container={layer}>
        <DropdownMenu.Content
          ref={first}
          className="menu"
          aria-labelledby={labelledBy}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={() => (left.current = true)}
          onCloseAutoFocus={giveBack}
          onClick={() => (chosen.current = true)}
        >
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
