import './authorship.css'
import type { Share } from '@shared/history/blame'
import type { Editor } from '@tiptap/core'
import { useEffect, useId, useMemo, useRef } from 'react'
import { useApp } from '../../app/app-store'
import type { StorySession } from '../../story/story-session'
import { Button } from '../../ui/Button'
import { Floating } from '../floating/Floating'
import { textAnchor } from '../floating/text-anchor'
import { sharesIn, shareTitle } from './author-words'
import { authoredBlockAt, type AuthoredBlock } from './authored-text'
import { closeBlockAuthorship, showWholeAuthorship, useAuthorship } from './authorship-store'
import { coloursIn, followAuthors } from './follow-authors'

/** Who wrote what in the text of a story: beside the block about which it was asked, or above the whole text. */
export function Authorship({ editor, session }: { readonly editor: Editor; readonly session: StorySession }) {
  const { whole, block } = useAuthorship()
  useEffect(() => followAuthors(session, editor), [session, editor])
  const asked = useMemo(() => (block?.story === session.id ? authoredBlockAt(session, editor, block.from) : null), [block, session, editor])
  if (asked !== null) return <BlockCard key={asked.from} block={asked} editor={editor} session={session} mayShowAll={whole !== session.id} />
  return null
}

interface BlockCardProps {
  readonly block: AuthoredBlock
  readonly editor: Editor
  readonly session: StorySession
  readonly mayShowAll: boolean
}

function BlockCard({ block, editor, session, mayShowAll }: BlockCardProps) {
  const title = useId()
  const card = useRef<HTMLDivElement>(null)
  const anchor = useMemo(() => textAnchor(editor, block.from, block.to), [editor, block])
  const colours = useMemo(() => coloursIn(session, editor), [session, editor])
  useEffect(() => {
    const close = (): void => {
      closeBlockAuthorship()
      editor.view.focus()
    }
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    const leave = (event: PointerEvent): void => {
      if (event.target instanceof Element && card.current?.contains(event.target) !== true) closeBlockAuthorship()
    }
    window.addEventListener('keydown', press, { capture: true })
    window.addEventListener('pointerdown', leave)
    return () => {
      window.removeEventListener('keydown', press, { capture: true })
      window.removeEventListener('pointerdown', leave)
    }
  }, [editor])
  const showAll = (): void => {
    showWholeAuthorship(session.id)
    editor.view.focus()
  }
  return (
    <Floating anchor={anchor} placement="bottom-start" gap={6} takesFocus role="dialog" aria-labelledby={title}>
      <div ref={card} className="wrote-this">
        <p className="wrote-this__title" id={title}>
          Who wrote this
        </p>
        <Shares shares={sharesIn(block.runs)} colours={colours} />
        <div className="wrote-this__foot">
          {mayShowAll && (
            <Button size="small" look="quiet" onClick={showAll}>
              Show in the whole text
            </Button>
          )}
          <Button size="small" data-first onClick={() => (closeBlockAuthorship(), editor.view.focus())}>
            Close
          </Button>
        </div>
      </div>
    </Floating>
  )
}

/** Who wrote how much, each in their colour. */
export function Shares({ shares, colours }: { readonly shares: readonly Share[]; readonly colours: ReadonlyMap<string, number> }) {
  const desk = useApp((state) => state.desk)
  if (desk === null) return null
  return (
    <ul className="shares">
      {shares.map((share) => (
        <li key={`${share.by} ${share.imported} ${share.day}`} className="shares__one">
          <span className="shares__colour" aria-hidden data-colour={share.by === null || share.imported ? undefined : colours.get(share.by)} />
          <span dir="auto">{shareTitle(share, desk)}</span>
          <span className="shares__percent">{share.percent === 0 && share.letters > 0 ? '< 1%' : `${share.percent}%`}</span>
        </li>
      ))}
    </ul>
  )
}
