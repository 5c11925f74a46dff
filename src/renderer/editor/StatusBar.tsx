import './status-bar.css'
import type { Editor } from '@tiptap/core'
import { useStore } from 'zustand'
import type { StorySession } from '../story/story-session'
import { useFieldValue } from '../story/field-values'
import { readingMinutes, useCounts } from './counts'
import { nativeName } from './language'

/** Under the text: how long it is, in which language, and whether it is on the disk. */
export function StatusBar({ editor, session }: { readonly editor: Editor; readonly session: StorySession }) {
  const language = useFieldValue(session, { id: 'language', type: 'language' })
  return (
    <footer className="status-bar">
      <Counts editor={editor} />
      {typeof language === 'string' && <span lang={language}>{nativeName(language)}</span>}
      <SaveState session={session} />
    </footer>
  )
}

const figure = (value: number): string => value.toLocaleString('en-GB')
const counted = (value: number, one: string, many: string): string => `${figure(value)} ${value === 1 ? one : many}`

function Counts({ editor }: { readonly editor: Editor }) {
  const { words, characters, selected } = useCounts(editor)
  return (
    <>
      <span data-testid="word-count">{selected ? `${figure(selected.words)} of ${counted(words, 'word', 'words')}` : counted(words, 'word', 'words')}</span>
      <span className="status-bar__more">{selected ? `${figure(selected.characters)} of ${counted(characters, 'character', 'characters')}` : counted(characters, 'character', 'characters')}</span>
      {words > 0 && <span className="status-bar__more">{readingMinutes(words)} min read</span>}
    </>
  )
}

function SaveState({ session }: { readonly session: StorySession }) {
  const state = useStore(session.saveState)
  const words = state.kind === 'saved' ? 'Saved' : state.kind === 'saving' ? 'Saving…' : `Not saved: ${state.words}`
  return (
    <span className={`save-state save-state--${state.kind}`} role={state.kind === 'failed' ? 'alert' : undefined} title={state.kind === 'failed' ? 'Your words are kept, and Copydesk goes on trying.' : undefined}>
      <span className="save-state__words" data-testid="save-state">
        {words}
      </span>
    </span>
  )
}
