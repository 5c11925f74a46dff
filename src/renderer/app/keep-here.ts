import { useState } from 'react'
import { z } from 'zod'
import { ask } from './bridge'

/** How long something that was kept may wait for the disk; milliseconds. */
const waitMs = 300
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Keeps on this computer what is part of no desk, such as a draft, under a name of its own; null takes it away. It outlives the window, and a
 * moment later also an app that is killed: the browser alone would let it wait for some seconds.
 */
export function keepHere(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(value))
  } catch {
    // Without room for it, it is kept until the app ends.
  }
  timer ??= setTimeout(() => {
    timer = undefined
    void ask('app.keepOnDisk')
  }, waitMs)
}

/** What was kept under a name, for a schema to read; null when there is nothing, or nothing that can be read. */
export function keptHere(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

const Words = z.string().catch('')

/** Words in a box that belong to nothing yet, like a reason that was not sent: they are in the box again after whatever has happened. `name` must be stable. */
export function useKeptWords(name: string): readonly [string, (words: string) => void] {
  const key = `copydesk.words ${name}`
  const [words, setWords] = useState(() => Words.parse(keptHere(key)))
  const keep = (next: string): void => {
    setWords(next)
    keepHere(key, next === '' ? null : next)
  }
  return [words, keep]
}
