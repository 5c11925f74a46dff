import './markdown-offer.css'
import type { Editor } from '@tiptap/core'
import { X } from 'lucide-react'
import { useMemo } from 'react'
import { useStorySession } from '../../story/StoryProvider'
import { Button, IconButton } from '../../ui/Button'
import { Floating } from '../floating/Floating'
import { textAnchor } from '../floating/text-anchor'
import { endOffer, takeOffer, useMarkdownOffer } from './markdown-offer'

/** Under a text that was pasted as it is, though it has the signs of Markdown. */
export function MarkdownOffer({ editor }: { readonly editor: Editor }) {
  const offer = useMarkdownOffer((state) => (state.offer?.view === editor.view ? state.offer : null))
  const session = useStorySession()
  const end = offer?.to
  const anchor = useMemo(() => (end === undefined ? null : textAnchor(editor, end, end)), [editor, end])
  if (anchor === null) return null
  return (
    <Floating anchor={anchor} placement="bottom-start" gap={6} role="group" aria-label="Pasted text" className="markdown-offer" onMouseDown={(event) => event.preventDefault()}>
      <span role="status">Pasted as text.</span>
      <Button size="small" look="quiet" className="markdown-offer__take" onClick={() => void takeOffer(session)}>
        Turn into formatted text <kbd>Alt+Enter</kbd>
      </Button>
      <IconButton icon={X} label="Keep as text" keys="Esc" size="small" onClick={endOffer} />
    </Floating>
  )
}
