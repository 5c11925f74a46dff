import './translations.css'
import type { StoryRow } from '@shared/ipc'
import { Languages } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import { showStory } from '../../app/app-store'
import { nativeName, shortTag } from '../../editor/language'
import { Hint } from '../../ui/Hint'
import { stateNames } from '../../ui/StateChip'

/** The languages that a story is there in, the open one marked. Arrows go along them, Return opens one. */
export function LanguageSwitch({ row }: { readonly row: StoryRow }) {
  const list = useRef<HTMLElement>(null)
  if (row.translations.length === 0) return null
  const all = [{ id: row.id, language: row.language, headline: row.headline, state: row.state }, ...row.translations].sort((a, b) => (a.language < b.language ? -1 : 1))
  const tagOf = (language: string): string => shortTag(language, all.map((one) => one.language)) || '—'
  const hear = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    if (step === undefined || at < 0) return
    event.preventDefault()
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }
  return (
    <nav className="language-switch" aria-label="Translations" ref={list} onKeyDown={hear}>
      <Languages size={14} aria-hidden />
      {all.map((one) => (
        <Hint key={one.id} text={one.id === row.id ? `${nativeName(one.language)}, shown here` : `${nativeName(one.language)}: ${one.headline || 'Untitled'} (${stateNames[one.state].toLowerCase()})`}>
          <button type="button" className="language-switch__one" lang={one.language} aria-current={one.id === row.id ? 'page' : undefined} aria-label={`${tagOf(one.language)}, ${nativeName(one.language)}`} onClick={() => one.id !== row.id && showStory(one.id)}>
            {tagOf(one.language)}
          </button>
        </Hint>
      ))}
    </nav>
  )
}
