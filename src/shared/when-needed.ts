/**
 * Something that is dear to make, and is made when it is first asked for, then kept. A formatter of dates holds 30 to 100 kB that
 * no garbage collection gives back, and most windows never show what most of them are for.
 */
export function whenNeeded<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | undefined
  return () => (made ??= { it: make() }).it
}
