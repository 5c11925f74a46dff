import { languageName } from '@shared/reader/language-name'
import type { Editor } from '@tiptap/core'
import { useStore } from 'zustand'
import { useApp } from '../../app/app-store'
import { runCommand } from '../../app/command-registry'
import type { StorySession } from '../../story/story-session'
import { proofreaderOf } from './proofreader'
import { inFigures } from '@shared/figures'

/** In the status bar: how many words are wrong, or that nobody can tell. */
export function SpellingState({ editor, session }: { readonly editor: Editor; readonly session: StorySession }) {
  const { language, available } = useStore(proofreaderOf(session, editor).state)
  const count = useStore(proofreaderOf(session, editor).state, ({ mistakes }) => mistakes.length)
  const on = useApp(({ preferences }) => preferences?.spelling !== false)
  if (!on) return null
  if (available === false) return <span className="status-bar__more">{language === '' ? 'No language, so no spelling check' : `No dictionary for ${languageName(language)}`}</span>
  if (count === 0) return null
  return (
    <button type="button" className="spelling-state" title="Go to the next one (F7)" onMouseDown={(event) => event.preventDefault()} onClick={() => runCommand('spelling.next')}>
      {count === 1 ? '1 spelling mistake' : `${inFigures(count)} spelling mistakes`}
    </button>
  )
}
