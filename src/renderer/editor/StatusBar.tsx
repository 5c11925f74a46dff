import './status-bar.css'
import type { Editor } from '@tiptap/core'
import { useLayoutEffect, useRef } from 'react'
import type { StorySession } from '../story/story-session'
import type { SaveState as SaveStateValue } from '../story/update-queue'
import { useFieldValue } from '../story/field-values'
import { LengthCounts } from './LengthCounts'
import { nativeName } from './language'
import { SpellingState } from './proofing/SpellingState'
import { SuggestSwitch } from './suggestions/SuggestSwitch'

/** Under the text: how long it is, in which language, and whether it is on the disk. */
export function StatusBar({ editor, session }: { readonly editor: Editor; readonly session: StorySession }) {
  const language = useFieldValue(session, { id: 'language', type: 'language' })
  return (
    <footer className="status-bar">
      <LengthCounts editor={editor} />
      {typeof language === 'string' && <span lang={language}>{nativeName(language)}</span>}
      <SpellingState editor={editor} session={session} />
      <SuggestSwitch session={session} />
      <SaveState session={session} />
    </footer>
  )
}

/** Saving that takes longer than this is shown; milliseconds. */
const patienceMs = 600

/**
 * Changes twice with every key, so it is written straight into the page, where nothing is drawn for it: a frame costs more
 * than the letter. What is seen changes only when saving takes long enough to be noticed, or fails.
 */
function SaveState({ session }: { readonly session: StorySession }) {
  const ref = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const see = (kind: SaveStateValue['kind']): void => {
      const place = ref.current
      const words = place?.firstElementChild
      if (!place || !(words instanceof HTMLElement)) return
      place.className = `save-state save-state--${kind}`
      words.hidden = kind !== 'failed'
      if (kind === 'failed') place.setAttribute('role', 'alert')
      else place.removeAttribute('role')
    }
    let seen: SaveStateValue['kind'] = 'saved'
    let savingSince = 0
    const seeNow = (): void => {
      const { kind } = session.saveState.getState()
      if (seen !== kind) see(kind)
      seen = kind
    }
    /** One timer for as long as one types: it looks, when it ends, for how long the saving that is under way has taken. */
    const losePatience = (): void => {
      timer = undefined
      if (session.saveState.getState().kind !== 'saving' || seen !== 'saved') return
      const left = savingSince + patienceMs - performance.now()
      if (left > 1) timer = setTimeout(losePatience, left)
      else seeNow()
    }
    const show = (state: SaveStateValue): void => {
      // A text that is not drawn: changing its letters alone leaves the page as it is.
      const text = ref.current?.firstElementChild?.firstElementChild?.firstChild
      if (text) text.nodeValue = wordsFor(state)
      if (state.kind !== 'saving' || seen !== 'saved') return seeNow()
      savingSince = performance.now()
      timer ??= setTimeout(losePatience, patienceMs)
    }
    see(seen)
    show(session.saveState.getState())
    const stop = session.saveState.subscribe(show)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [session])
  return (
    <span ref={ref}>
      <span data-testid="save-state" hidden>
        <span>Saved</span>
      </span>
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
