/** What a letter sends up the page beside its key, and nothing above the text listens to. */
const kinds = ['keypress', 'beforeinput', 'textInput', 'input'] as const

/**
 * Keeps these events of the text to itself: React would gather the listeners of everything around it for each of them, at each
 * letter. Cards inside the text hear theirs before, in places of their own.
 */
export function keepToItself(place: HTMLElement): () => void {
  const stop = (event: Event): void => event.stopPropagation()
  for (const kind of kinds) place.addEventListener(kind, stop)
  return () => {
    for (const kind of kinds) place.removeEventListener(kind, stop)
  }
}
