import './reading-view.css'
import { documentExtensions } from '@shared/document/extensions'
import { acceptAll, rejectAll } from '@shared/suggestions/judge'
import { settle } from '@shared/suggestions/settle'
import { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import type { StorySession } from '../../story/story-session'
import { Button } from '../../ui/Button'
import { createCards, CardsOfText, type Cards } from '../body/node-cards'
import { codeBlockView } from '../body/node-views'
import { withViews } from '../body/with-views'
import { afterPause } from '../../app/after-pause'
import { showSuggestions, type SuggestionView } from './suggest-mode'

const words = {
  accepted: 'The text as it would be if every suggestion were accepted. Nothing is decided by looking.',
  without: 'The text as it leaves the desk: without anything that is only suggested.',
} as const

/** The text with all suggestions accepted, or with none, for reading. It follows what others write. Give it the view as `key`. */
export function ReadingView({ editor, session, view }: { readonly editor: Editor; readonly session: StorySession; readonly view: Exclude<SuggestionView, 'all'> }) {
  const place = useRef<HTMLDivElement>(null)
  const [{ reader, cards, follow }] = useState(() => createReader(editor, view))
  useEffect(() => {
    place.current?.append(reader.view.dom)
    const stop = follow()
    return () => {
      stop()
      reader.view.dom.remove()
    }
  }, [reader, follow])
  return (
    <div className="reading-view">
      <div className="reading-view__note" role="status">
        <span>{words[view]}</span>
        <Button size="small" onClick={() => showSuggestions(session.id, 'all')}>
          Show the suggestions
        </Button>
      </div>
      <div ref={place} inert />
      <CardsOfText cards={cards} />
    </div>
  )
}

interface Reader {
  readonly reader: Editor
  readonly cards: Cards
  /** Shows what is written meanwhile; answers how to stop, for good. */
  readonly follow: () => () => void
}

function createReader(editor: Editor, view: Exclude<SuggestionView, 'all'>): Reader {
  const cards = createCards(() => undefined)
  const content = () => settle(editor.state.doc, view === 'accepted' ? acceptAll : rejectAll).toJSON()
  const extensions = [...withViews(documentExtensions, cards), codeBlockView(cards)]
  const reader = new Editor({ element: document.createElement('div'), injectCSS: false, editable: false, extensions, content: content(), editorProps: { attributes: { class: 'story-text', 'aria-label': 'Story body' } } })
  Object.assign(reader.view.dom, { dir: editor.view.dom.dir, lang: editor.view.dom.lang })
  const follow = (): (() => void) => {
    const again = afterPause(() => void (!reader.isDestroyed && reader.commands.setContent(content())), 200)
    editor.on('update', again)
    return () => {
      again.cancel()
      editor.off('update', again)
    }
  }
  return { reader, cards, follow }
}
