/**
 * How well a name answers what was typed, from 0 (not at all) to 1: best when it starts so, then when every typed word
 * starts one of its words, then when every typed word is somewhere in it. Case does not matter.
 */
export function score(name: string, typed: string): number {
  const searched = name.toLocaleLowerCase()
  const wanted = typed.trim().toLocaleLowerCase()
  const parts = wanted.split(/\s+/)
  if (searched.startsWith(wanted)) return 1
  const words = searched.split(/[\s\-/]+/)
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 0.8
  return parts.every((part) => searched.includes(part)) ? 0.4 : 0
}
