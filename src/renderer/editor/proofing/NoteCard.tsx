import './proof.css'
import type { LanguageNote } from '@shared/style/language-notes'
import type { Editor } from '@tiptap/core'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { ask } from '../../app/bridge'
import type { StorySession } from '../../story/story-session'
import { useWordsFor } from '../../story/words-for'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextArea } from '../../ui/Field'
import { complain } from '../../ui/notices'
import { Floating } from '../floating/Floating'
import { textAnchor } from '../floating/text-anchor'
import { boxOf, focusPlace } from './place'
import { closeProof, useProofStore } from './proof-store'
import type { Found } from './proof'
import { replaceWords } from './replace-words'

export const kindNames: Readonly<Record<LanguageNote['kind'], string>> = { style: 'House style', sentence: 'Long sentence', inclusive: 'Inclusive language' }

/** Beside words that the house style avoids: what to write instead, why, and the way to set the note aside. */
export function NoteCardOfText({ editor, session }: { readonly editor: Editor; readonly session: StorySession }) {
  const opened = useProofStore((state) => state.opened)
  return opened.what === 'note' ? <NoteCard key={`${opened.found.mark.rule} ${opened.found.mark.from}`} found={opened.found} editor={editor} session={session} /> : null
}

function NoteCard({ found, editor, session }: { readonly found: Found<LanguageNote>; readonly editor: Editor; readonly session: StorySession }) {
  const { mark, place } = found
  const [dismissing, setDismissing] = useState(false)
  const card = useRef<HTMLDivElement>(null)
  const title = useId()
  const anchor = useMemo(() => (place.in === 'body' ? textAnchor(editor, mark.from, mark.to) : (boxOf(editor, place) ?? editor.view.dom)), [editor, place, mark])
  const close = (): void => {
    closeProof()
    focusPlace(editor, place)
  }
  useEffect(() => {
    // Once it has its place: until then nothing in it can have the focus.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => card.current?.querySelector('button')?.focus()))
    return () => cancelAnimationFrame(frame)
  }, [])
  useEffect(() => {
    if (dismissing) return
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  })
  useEffect(() => {
    const leave = (event: PointerEvent): void => {
      if (event.target instanceof Element && card.current?.contains(event.target) !== true && event.target.closest('dialog') === null) closeProof()
    }
    window.addEventListener('pointerdown', leave)
    return () => window.removeEventListener('pointerdown', leave)
  }, [])
  if (dismissing) return <DismissDialog session={session} mark={mark} onClose={close} />
  return (
    <Floating anchor={anchor} placement="bottom-start" gap={6} role="dialog" aria-labelledby={title}>
      <div ref={card} className="note-card">
        <span className="note-card__kind" id={title}>
          {kindNames[mark.kind]}
        </span>
        <p>{mark.message}</p>
        {mark.why !== '' && (
          <p className="note-card__why" dir="auto">
            {mark.why}
          </p>
        )}
        {mark.offers.length > 0 && (
          <ul className="note-card__offers">
            {mark.offers.map((offer) => (
              <li key={offer} className="note-card__offer">
                <span dir="auto">{offer}</span>
                <Button
                  size="small"
                  aria-label={`Use it: ${offer}`}
                  onClick={() => {
                    closeProof()
                    replaceWords(session, editor, found, offer)
                  }}
                >
                  Use it
                </Button>
              </li>
            ))}
          </ul>
        )}
        <div className="note-card__foot">
          <Button size="small" look="quiet" onClick={() => setDismissing(true)}>
            Dismiss…
          </Button>
          <Button size="small" look="quiet" onClick={close}>
            Close
          </Button>
        </div>
      </div>
    </Floating>
  )
}

/** Asks why a note does not count here. */
export function DismissDialog({ session, mark, onClose }: { readonly session: StorySession; readonly mark: LanguageNote; readonly onClose: () => void }) {
  const [reason, setReason] = useWordsFor(`dismiss ${mark.rule} ${mark.words.slice(0, 200)}`)
  const [asked, setAsked] = useState(false)
  const submit = async (): Promise<void> => {
    setAsked(true)
    if (reason.trim() === '') return
    // The note is about what the story says by now.
    await session.flush().catch(() => undefined)
    const answer = await ask('story.dismissNote', { id: session.id, rule: mark.rule, words: mark.words.slice(0, 2000), reason: reason.trim() })
    if (!answer.ok) return complain(answer.error)
    setReason('')
    onClose()
  }
  return (
    <Dialog
      title="Dismiss the note"
      about={`${mark.message} The note stays away from these words in this story, for everybody.`}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Dismiss
          </Button>
        </>
      }
    >
      <TextArea label="Reason" rows={3} maxLength={500} value={reason} data-autofocus onChange={(event) => setReason(event.target.value)} error={asked && reason.trim() === '' ? 'Say why the words may stay.' : undefined} />
    </Dialog>
  )
}
