import type { KeyboardEvent } from 'react'

/** So many versions further with Page Up and Page Down. */
const leap = 10

/**
 * Arrows go from version to version, Page Up and Page Down several at once, Home and End to the latest and the oldest.
 * @param further Shows older versions: some more, or all. Answers false when there are none.
 */
export function walkVersions(event: KeyboardEvent<HTMLElement>, further: (all: boolean) => boolean): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return
  const { target, currentTarget: list } = event
  if (!(target instanceof HTMLElement) || target.dataset['version'] === undefined) return
  const versions = versionsIn(list)
  const at = versions.indexOf(target)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + leap, PageUp: Math.max(0, at - leap), Home: 0, End: Infinity }[event.key]
  if (to === undefined || to < 0) return
  event.preventDefault()
  if (to < versions.length) return go(versions[to])
  if (!further(to === Infinity)) return go(versions.at(-1))
  whenLonger(list, versions.length, (longer) => go(longer[to] ?? longer.at(-1)))
}

const versionsIn = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-version]')]

function go(version: HTMLElement | undefined): void {
  version?.focus()
  version?.scrollIntoView({ block: 'nearest' })
}

/** Once older versions are there; not at all, when whoever waited has gone elsewhere. */
function whenLonger(list: HTMLElement, length: number, then: (versions: readonly HTMLElement[]) => void): void {
  const from = document.activeElement
  const observer = new MutationObserver(() => {
    const versions = versionsIn(list)
    if (versions.length <= length && document.activeElement === from) return
    observer.disconnect()
    if (document.activeElement === from) then(versions)
  })
  observer.observe(list, { childList: true, subtree: true })
}
