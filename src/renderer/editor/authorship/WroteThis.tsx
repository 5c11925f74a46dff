import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useMemo } from 'react'
import type { StorySession } from '../../story/story-session'
import { textAnchor } from '../floating/text-anchor'
import { sharesIn } from './author-words'
import { authoredBlockAt, type AuthoredBlock } from './authored-text'
import { AuthorsCard } from './AuthorsCard'
import { askedBlock, showWholeAuthorship, useAuthorship } from './authorship-store'
import { coloursIn, followAuthors } from './follow-authors'
import { Shares } from './Shares'

/** Who wrote what in the text of a story: beside the block about which it was asked, or above the whole text. */
export function Authorship({ editor, session }: { readonly editor: Editor; readonly session: StorySession }) {
  const whole = useAuthorship((view) => view.whole === session.id)
  const block = useAuthorship((view) => askedBlock(view, session.id))
  useEffect(() => followAuthors(session, editor), [session, editor])
  const asked = useMemo(() => (block === null ? null : authoredBlockAt(session, editor, block)), [block, session, editor])
  return asked === null ? null : <BlockCard key={asked.from} block={asked} editor={editor} session={session} mayShowAll={!whole} />
}

interface BlockCardProps {
  readonly block: AuthoredBlock
  readonly editor: Editor
  readonly session: StorySession
  readonly mayShowAll: boolean
}

function BlockCard({ block, editor, session, mayShowAll }: BlockCardProps) {
  const anchor = useMemo(() => textAnchor(editor, block.from, block.to), [editor, block])
  const back = useCallback(() => editor.view.focus(), [editor])
  return (
    <AuthorsCard title="Who wrote this" anchor={anchor} back={back} showAll={mayShowAll ? () => showWholeAuthorship(session.id) : undefined}>
      <Shares shares={sharesIn(block.runs)} colours={coloursIn(session)} />
    </AuthorsCard>
  )
}
