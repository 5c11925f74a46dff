import './menu.css'
import type { LucideIcon } from 'lucide-react'
import { cloneElement, useId, useState, type HTMLAttributes, type KeyboardEvent, type PointerEvent, type ReactElement, type ReactNode } from 'react'
import { OpenMenu } from './OpenMenu'

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
  /** An element, or a component that gives its attributes on to its element. */
  readonly trigger: ReactElement<HTMLAttributes<HTMLElement>>
  readonly groups: readonly MenuGroup[]
  readonly align?: 'start' | 'end'
  /** Where the focus goes after a choice; to the trigger unless given. */
  readonly returnFocus?: () => void
  /** For a menu that something else than its trigger opens, too. */
  readonly open?: boolean
  /** Whether that was done by a key: the focus goes to the first entry then. */
  readonly openedByKey?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

/** How it was opened: a key goes to the first entry. */
type Opened = 'closed' | 'byPointer' | 'byKey'

const opening = new Set(['Enter', ' ', 'ArrowDown'])

/**
 * A menu that drops from its trigger: arrows, typeahead, Escape. While it is closed there is nothing but the trigger: a window
 * has many menus, and each that was ready would listen to every key that is typed.
 */
export function Menu({ trigger, groups, align = 'start', returnFocus, open, openedByKey = false, onOpenChange }: MenuProps) {
  const [own, setOwn] = useState<Opened>('closed')
  const id = useId()
  const isOpen = open ?? own !== 'closed'
  const change = (next: Opened): void => {
    setOwn(next)
    onOpenChange?.(next !== 'closed')
  }
  const given = trigger.props
  const attributes = {
    id: given.id ?? id,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': isOpen,
    'data-state': isOpen ? 'open' : 'closed',
    onPointerDown(event: PointerEvent<HTMLElement>) {
      given.onPointerDown?.(event)
      if (event.button !== 0 || event.ctrlKey || isUnavailable(event.currentTarget)) return
      change(isOpen ? 'closed' : 'byPointer')
      // The focus goes into the menu, and must not come back to the trigger with the rest of the click.
      event.preventDefault()
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      given.onKeyDown?.(event)
      if (!opening.has(event.key) || event.defaultPrevented || isUnavailable(event.currentTarget)) return
      change('byKey')
      event.preventDefault()
    },
  }
  return (
    <>
      {cloneElement(trigger, attributes)}
      {isOpen && (
        <OpenMenu
          trigger={() => document.getElementById(attributes.id)}
          labelledBy={attributes.id}
          groups={groups}
          align={align}
          toFirst={own === 'byKey' || openedByKey}
          onClose={() => change('closed')}
          {...(returnFocus && { returnFocus })}
        />
      )}
    </>
  )
}

const isUnavailable = (element: HTMLElement): boolean => element.getAttribute('aria-disabled') === 'true' || element.hasAttribute('disabled')
