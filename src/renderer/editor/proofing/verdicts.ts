import { languageBase } from '@shared/language/dictionaries'
import type { InclusiveNote } from '@shared/language/desk-language'
import { create } from 'zustand'
import { ask } from '../../app/bridge'

/** Whether a language has a dictionary, as far as it is known. */
export const useAvailability = create<Readonly<Record<string, boolean>>>(() => ({}))

const verdicts = new Map<string, Map<string, boolean>>()
const inclusive = new Map<string, readonly InclusiveNote[]>()
const mostRemembered = 60_000
const mostTexts = 4000
const wordsAtOnce = 1500
const textsAtOnce = 25

const waiting = new Map<string, Set<string>>()
const waitingTexts = new Set<string>()
const listeners = new Set<() => void>()
let running = false

/** Hears when answers have come; answers how to stop. */
export function onAnswers(heard: () => void): () => void {
  listeners.add(heard)
  return () => listeners.delete(heard)
}

/** Whether a word is right by the dictionaries of a language; undefined until main has said, and it is then asked for. */
export function isRight(language: string, word: string): boolean | undefined {
  if (useAvailability.getState()[language] === false) return true
  const known = verdicts.get(language)?.get(word)
  if (known === undefined) {
    const words = waiting.get(language) ?? new Set<string>()
    waiting.set(language, words.add(word))
  }
  return known
}

/** What an English text says that may leave someone out; undefined until it is known, and it is then asked for. */
export function inclusiveNotesOf(text: string, language: string): readonly InclusiveNote[] | undefined {
  if (languageBase(language) !== 'en' || text.trim() === '') return []
  const known = inclusive.get(text)
  if (known === undefined) waitingTexts.add(text)
  return known
}

/** Asks for what was missing: a part at a time, spelling first. What a story that is closed meanwhile had asked for does no harm: words are words. */
export async function askForAnswers(): Promise<void> {
  if (running) return
  running = true
  try {
    while (waiting.size > 0 || waitingTexts.size > 0) {
      if (!(await (waiting.size > 0 ? askWords() : askTexts()))) return forgetWaiting()
      for (const heard of listeners) heard()
    }
  } finally {
    running = false
  }
}

function forgetWaiting(): void {
  waiting.clear()
  waitingTexts.clear()
}

async function askWords(): Promise<boolean> {
  const [entry] = waiting
  if (entry === undefined) return true
  const [language, all] = entry
  const words = [...all].slice(0, wordsAtOnce)
  const answer = await ask('language.check', { language, words })
  if (!answer.ok) return false
  for (const word of words) all.delete(word)
  if (all.size === 0) waiting.delete(language)
  const { available, wrong } = answer.value
  if (useAvailability.getState()[language] !== available) useAvailability.setState({ [language]: available })
  const known = verdicts.get(language) ?? new Map<string, boolean>()
  if (known.size > mostRemembered) known.clear()
  const wrongs = new Set(wrong)
  for (const word of words) known.set(word, !wrongs.has(word))
  verdicts.set(language, known)
  return true
}

async function askTexts(): Promise<boolean> {
  const texts = [...waitingTexts].slice(0, textsAtOnce)
  const answer = await ask('language.inclusive', { texts: texts.map((text) => text.slice(0, 20_000)) })
  if (!answer.ok) return false
  if (inclusive.size > mostTexts) inclusive.clear()
  texts.forEach((text, index) => {
    waitingTexts.delete(text)
    inclusive.set(text, answer.value[index] ?? [])
  })
  return true
}
