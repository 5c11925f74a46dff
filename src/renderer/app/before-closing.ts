const rest = new Set<() => Promise<unknown>>()

/** Stores something that is part of no story before the window closes, too. Answers how to take that back. */
export function beforeClosing(store: () => Promise<unknown>): () => void {
  rest.add(store)
  return () => rest.delete(store)
}

/** Stores all of that. Each tells by itself what could not be stored. */
export const storeRest = async (): Promise<void> => void (await Promise.allSettled([...rest].map((store) => store())))
