import type { KeyboardEvent } from 'react'

/** Arrows go from version to version, Home and End to the latest and the oldest that is shown. */
export function walkVersions(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return
  if (!(event.target instanceof HTMLElement) || event.target.dataset['version'] === undefined) return
  const versions = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-version]')]
  const at = versions.indexOf(event.target)
  const next = { ArrowDown: versions[at + 1], ArrowUp: versions[at - 1], Home: versions[0], End: versions.at(-1) }[event.key]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
