import './avatar.css'
import { firstGrapheme } from '@shared/story/graphemes'

/** A member's initials; beside their name, so it says nothing to screen readers. */
export function Avatar({ name, size = 28 }: { readonly name: string; readonly size?: number }) {
  return (
    <span className="avatar" style={{ width: size, height: size, fontSize: Math.round(size * 0.38) }} aria-hidden>
      {initials(name)}
    </span>
  )
}

/** The first letters of the first and the last word, by graphemes. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends
    .map((word) => firstGrapheme(word ?? ''))
    .join('')
    .toLocaleUpperCase()
}
