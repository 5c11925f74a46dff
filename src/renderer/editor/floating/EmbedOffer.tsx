import '../paste/markdown-offer.css'
import type { Editor } from '@tiptap/core'
import { X } from 'lucide-react'
import { useMemo } from 'react'
import { useStorySession } from '../../story/StoryProvider'
import { Button, IconButton } from '../../ui/Button'
import { endEmbedOffer, takeEmbedOffer, useEmbedOffer } from '../paste/embed-offer'
import { Floating } from './Floating'
import { textAnchor } from './text-anchor'

/** Under the address of a film or a post that was pasted into a paragraph of its own. */
export function EmbedOffer({ editor }: { readonly editor: Editor }) {
  const offer = useEmbedOffer((state) => (state.offer?.view === editor.view ? state.offer : null))
  const session = useStorySession()
  const position = offer?.position
  const anchor = useMemo(() => (position === undefined ? null : textAnchor(editor, position + 1, position + 1)), [editor, position])
  if (anchor === null) return null
  return (
    <Floating anchor={anchor} placement="bottom-start" gap={6} role="group" aria-label="Pasted address" className="markdown-offer" onMouseDown={(event) => event.preventDefault()}>
      <span role="status">Pasted as a link.</span>
      <Button size="small" look="quiet" className="markdown-offer__take" onClick={() => takeEmbedOffer(session)}>
        Show as card <kbd>Alt+Enter</kbd>
      </Button>
      <IconButton icon={X} label="Keep as a link" keys="Esc" size="small" onClick={endEmbedOffer} />
    </Floating>
  )
}
