import './authorship.css'
import type { Share } from '@shared/history/blame'
import type { Editor } from '@tiptap/core'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { afterPause } from '../../app/after-pause'
import type { StorySession } from '../../story/story-session'
import { IconButton } from '../../ui/Button'
import { sharesIn } from './author-words'
import { authoredBlocks } from './authored-text'
import { showWholeAuthorship, useAuthorship } from './authorship-store'
import { coloursIn } from './follow-authors'
import { Shares } from './Shares'

/** Above the text while it shows who wrote what: how much of the whole is whose, and the way back. */
export function AuthorsStrip({ editor, session }: { readonly editor: Editor; readonly session: StorySession }) {
  const shown = useAuthorship(({ whole }) => whole === session.id)
  return shown ? <Strip editor={editor} session={session} /> : null
}

function Strip({ editor, session }: { readonly editor: Editor; readonly session: StorySession }) {
  const [{ shares, colours }, setWhole] = useState(() => lookAt(session, editor))
  useEffect(() => {
    const soon = afterPause(() => !editor.isDestroyed && setWhole(lookAt(session, editor)), 400)
    const changed = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }): void => {
      if (transaction.docChanged) soon()
    }
    editor.on('transaction', changed)
    return () => {
      soon.cancel()
      editor.off('transaction', changed)
    }
  }, [session, editor])
  return (
    <div className="authors-strip" role="region" aria-label="Who wrote what">
      <span className="authors-strip__title">Who wrote what</span>
      <Shares shares={shares} colours={colours} />
      <IconButton icon={X} label="Show the text as it is" size="small" onClick={() => (showWholeAuthorship(null), editor.view.focus())} />
    </div>
  )
}

function lookAt(session: StorySession, editor: Editor): { readonly shares: readonly Share[]; readonly colours: ReadonlyMap<string, number> } {
  return { shares: sharesIn(authoredBlocks(session, editor).flatMap(({ runs }) => runs)), colours: coloursIn(session) }
}
