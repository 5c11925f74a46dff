import type { DeskLanguage } from '@shared/language/desk-language'
import { knownWords, type DeskWord, type KnownWords } from '@shared/language/desk-word'
import { matcherFor, type Matcher } from '@shared/style/matcher'
import { create } from 'zustand'
import { useApp } from '../../app/app-store'
import { ask, call, on } from '../../app/bridge'
import { complain, inform } from '../../ui/notices'

/** What the open desk says about its language; empty until main has answered. */
export interface DeskLanguageState extends DeskLanguage {
  readonly known: KnownWords
  readonly matcher: (language: string) => Matcher
}

const stateOf = ({ words, terms }: DeskLanguage): DeskLanguageState => {
  const matchers = new Map<string, Matcher>()
  return {
    words,
    terms,
    known: knownWords(words),
    matcher(language) {
      const known = matchers.get(language) ?? matcherFor(terms, language)
      matchers.set(language, known)
      return known
    },
  }
}

export const useDeskLanguage = create<DeskLanguageState>(() => stateOf({ words: [], terms: [] }))

let listening = false

/** Keeps the desk's words and house style up to date from now on. */
export function followDeskLanguage(): void {
  if (listening) return
  listening = true
  let path = useApp.getState().desk?.path
  useApp.subscribe(({ desk }) => {
    if (desk?.path === path) return
    path = desk?.path
    void load()
  })
  on('language.changed', () => void load())
  on('language.restarted', () => inform('The spelling check had stopped. It was started again.'))
  void load()
}

async function load(): Promise<void> {
  if (useApp.getState().desk === null) return useDeskLanguage.setState(stateOf({ words: [], terms: [] }))
  const answer = await ask('language.ofDesk')
  if (answer.ok) useDeskLanguage.setState(stateOf(answer.value))
}

/** Adds a word to the desk's dictionary, for all its members. */
export async function addDeskWord(word: DeskWord): Promise<void> {
  try {
    await call('language.changeWords', { add: [word], remove: [] })
    inform(`‘${word.word}’ is in the desk’s dictionary.`, { label: 'Take it out', run: () => void ask('language.changeWords', { add: [], remove: [word] }) })
  } catch (error) {
    complain({ message: error instanceof Error ? error.message : String(error) })
  }
}
