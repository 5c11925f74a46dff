/**
 * Moves to the next or previous change inside a redline: scrolls it into view and marks it. Starts over at the end.
 * Answers which one it is, from 1, and how many there are; null when there is none.
 */
export function walkChanges(inside: HTMLElement, step: 1 | -1): { readonly at: number; readonly of: number } | null {
  const changes = changesIn(inside)
  if (changes.length === 0) return null
  const before = changes.findIndex((change) => change.classList.contains(markedClass))
  const index = before === -1 ? (step === 1 ? 0 : changes.length - 1) : (before + step + changes.length) % changes.length
  changes[before]?.classList.remove(markedClass)
  const next = changes[index]
  next?.classList.add(markedClass)
  next?.scrollIntoView({ block: 'center', behavior: 'auto' })
  return { at: index + 1, of: changes.length }
}

const markedClass = 'redline__here'

/** Each change once: a word inside a block that is itself a change is part of it, and so is what replaces what went. */
function changesIn(inside: HTMLElement): HTMLElement[] {
  const all = [...inside.querySelectorAll<HTMLElement>('[data-change]')]
  return all.filter((change) => !change.parentElement?.closest('[data-change]') && !(change.tagName === 'INS' && change.previousSibling instanceof HTMLElement && change.previousSibling.tagName === 'DEL'))
}
