/** When something is tried again, in words, from the milliseconds until then. */
export function countdown(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds <= 0) return 'Trying again now.'
  if (seconds < 60) return `Trying again in ${seconds} s.`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `Trying again in ${minutes} min ${seconds % 60} s.` : `Trying again in ${Math.round(minutes / 60)} h.`
}
