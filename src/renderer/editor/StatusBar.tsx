import './status-bar.css'
import type { Editor } from '@tiptap/core'
import { useLayoutEffect, useRef } from 'react'
import type { StorySession } from '../story/story-session'
import type { SaveState as SaveStateValue } from '../story/update-queue'
import { useFieldValue } from '../story/field-values'
import { LengthCounts } from './LengthCounts'
import { nativeName } from './language'

/** Under the text: how long it is, in which language, and whether it is on the disk. */
export function StatusBar({ editor, session }: { readonly editor: Editor; readonly session: StorySession }) {
  const language = useFieldValue(session, { id: 'language', type: 'language' })
  return (
    <footer className="status-bar">
      <LengthCounts editor={editor} />
      {typeof language === 'string' && <span lang={language}>{nativeName(language)}</span>}
      <SaveState session={session} />
    </footer>
  )
}

/** Changes twice with every key, so it is written straight into the page: no key may wait for React. */
function SaveState({ session }: { readonly session: StorySession }) {
  const ref = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const show = (state: SaveStateValue): void => {
      const place = ref.current
      const words = place?.firstElementChild
      if (!place || !words) return
      words.textContent = wordsFor(state)
      place.className = `save-state save-state--${state.kind}`
      if (state.kind === 'failed') place.setAttribute('role', 'alert')
      else place.removeAttribute('role')
    }
    show(session.saveState.getState())
    return session.saveState.subscribe(show)
  }, [session])
  return (
    <span ref={ref}>
      <span className="save-state__words" data-testid="save-state" />
    </span>
  )
}

function wordsFor(state: SaveStateValue): string {
  switch (state.kind) {
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'failed':
      return `Not saved: ${state.words}`
  }
}
