import './comment-box.css'
import { mentionsIn, type Mention } from '@shared/comments/mentions'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useApp } from '../../app/app-store'
import { Button } from '../../ui/Button'
import { useReturnFocus } from '../../ui/return-focus'
import { changeDraft, closeDraft, dropDraft, useCommentDraft, type DraftPlace } from './comment-draft'
import { MentionList, useMentioning } from './MentionList'

interface CommentBoxProps {
  readonly place: DraftPlace
  readonly label: string
  readonly action: string
  readonly placeholder: string
  /** Answers whether it was kept; what was typed stays when it could not be. */
  readonly onSend: (text: string, mentions: readonly Mention[]) => Promise<boolean>
}

/** Where a comment is typed: Ctrl or ⌘ with Return sends it, Escape puts it away and keeps the words. */
export function CommentBox({ place, label, action, placeholder, onSend }: CommentBoxProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  const [busy, setBusy] = useState(false)
  const draft = useCommentDraft(place)
  const members = useApp(({ desk }) => desk?.members)
  const mentioning = useMentioning(box, place, draft)
  useReturnFocus()
  useAtEnd(box)
  if (draft === null) return null
  const { text, mentioned } = draft

  const send = async (): Promise<void> => {
    const words = text.trim()
    if (busy || words === '') return
    setBusy(true)
    const kept = await onSend(words, mentionsIn(words, members ?? [], mentioned))
    if (kept) dropDraft(place)
    setBusy(false)
  }
  const hear = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || mentioning.hear(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault()
      event.stopPropagation()
      void send()
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      closeDraft(place)
    }
  }
  return (
    <div className="comment-box__writing">
      <textarea
        ref={box}
        className="control comment-box__text"
        aria-label={label}
        dir="auto"
        rows={2}
        maxLength={10_000}
        placeholder={placeholder}
        value={text}
        spellCheck
        {...mentioning.attributes}
        onChange={(event) => changeDraft(place, { text: event.target.value })}
        onSelect={mentioning.look}
        onBlur={mentioning.leave}
        onKeyDown={hear}
      />
      <MentionList mentioning={mentioning} />
      <div className="comment-box__foot">
        <span className="comment-box__hint" aria-hidden>
          @ to mention
        </span>
        <Button size="small" look="quiet" onClick={() => (text.trim() === '' ? dropDraft(place) : closeDraft(place))} title="Escape puts it away, too; the words are kept">
          Cancel
        </Button>
        <Button size="small" look="primary" unavailable={text.trim() === '' ? 'Write something first.' : ''} onClick={() => void send()}>
          {action}
        </Button>
      </div>
    </div>
  )
}

/** The box takes the focus when it opens, behind the words that are in it. */
function useAtEnd(box: { readonly current: HTMLTextAreaElement | null }): void {
  useEffect(() => {
    const { current } = box
    current?.focus({ preventScroll: true })
    current?.setSelectionRange(current.value.length, current.value.length)
    // What it is about is to be seen, too.
    const whole = current?.closest('.comment-box') ?? current?.closest('.comment-box__writing')
    whole?.scrollIntoView({ block: 'nearest' })
  }, [box])
}
