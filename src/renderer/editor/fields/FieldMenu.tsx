import { DropdownMenu } from 'radix-ui'
import { useEffect, useState } from 'react'
import { ask } from '../../app/bridge'
import { runCommand } from '../../app/command-registry'
import { shortcutLabel } from '../../app/shortcuts'
import { pageLayer } from '../../ui/layer'
import { complain } from '../../ui/notices'
import { openOnRelease } from '../../ui/right-press'
import { MenuItem } from '../../ui/MenuItem'

interface Opened {
  readonly x: number
  readonly y: number
  /** What had, or gets, the focus. */
  readonly within: HTMLElement
}

/** The menu of a field, for the right mouse button or the key that stands for it: the clipboard where one writes, a comment, and who wrote it. */
export function FieldMenu() {
  const [opened, setOpened] = useState<Opened | null>(null)
  useEffect(() => listen(setOpened), [])
  return opened === null ? null : <Entries key={`${opened.x} ${opened.y}`} opened={opened} onClose={() => setOpened(null)} />
}

/** Where the text has a menu of its own, as in headline and summary while one writes, it is that one. */
function listen(open: (opened: Opened) => void): () => void {
  const hear = (event: MouseEvent): void => {
    const { target } = event
    if (event.defaultPrevented || !(target instanceof HTMLElement) || target.closest('[role="menu"], [role="dialog"]') !== null) return
    const field = target.closest<HTMLElement>('[data-story-field]') ?? target.closest('.commentable')?.querySelector<HTMLElement>('[data-story-field]')
    if (field == null) return
    const within = target.closest<HTMLElement>(focusable) ?? (field.matches(focusable) ? field : field.querySelector<HTMLElement>(focusable)) ?? field
    const at = target.getBoundingClientRect()
    // The key that stands for the right button has no pointer.
    const place = event.clientX === 0 && event.clientY === 0 ? { x: at.left, y: at.bottom } : { x: event.clientX, y: event.clientY }
    openOnRelease(event, () => open({ ...place, within }))
  }
  window.addEventListener('contextmenu', hear)
  return () => window.removeEventListener('contextmenu', hear)
}

const focusable = 'input, textarea, select, button'
const isWritten = (element: HTMLElement): boolean => element.matches('input:not([type="checkbox"], [type="date"], [type="datetime-local"], [type="range"]), textarea')

function Entries({ opened: { x, y, within }, onClose }: { readonly opened: Opened; readonly onClose: () => void }) {
  const giveBack = (event: Event): void => {
    event.preventDefault()
    within.focus()
  }
  return (
    <DropdownMenu.Root modal={false} open onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Portal container={pageLayer()}>
        <DropdownMenu.Trigger asChild>
          <span className="menu__anchor" aria-hidden tabIndex={-1} style={{ left: x, top: y, width: 0, height: 0 }} />
        </DropdownMenu.Trigger>
      </DropdownMenu.Portal>
      <DropdownMenu.Portal container={pageLayer()}>
        <DropdownMenu.Content className="menu" aria-label="This field" align="start" sideOffset={2} collisionPadding={8} onCloseAutoFocus={giveBack}>
          {isWritten(within) && (
            <>
              <MenuItem label="Cut" onSelect={() => later(within, () => void document.execCommand('cut'))} />
              <MenuItem label="Copy" onSelect={() => later(within, () => void document.execCommand('copy'))} />
              <MenuItem label="Paste" onSelect={() => later(within, () => void ask('edit.paste').then((answer) => answer.ok || complain(answer.error)))} />
              <DropdownMenu.Separator className="menu__line" />
            </>
          )}
          <MenuItem label="Comment…" keys={shortcutLabel('story.comment')} onSelect={() => later(within, () => void runCommand('story.comment'))} />
          <MenuItem label="Who wrote this" keys={shortcutLabel('story.blame')} onSelect={() => later(within, () => void runCommand('story.blame'))} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** Once the menu is gone and the focus is back where it was. */
function later(within: HTMLElement, run: () => void): void {
  setTimeout(() => {
    within.focus()
    run()
  })
}
