/** The next element beside another, unless there are words between them. */
export function nextElement(element: Element): HTMLElement | null {
  for (let next = element.nextSibling; next !== null; next = next.nextSibling) {
    if (next instanceof HTMLElement) return next
    if ((next.textContent ?? '').trim() !== '') return null
  }
  return null
}
