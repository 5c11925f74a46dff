import type { LanguageNote } from '@shared/style/language-notes'
import type { Editor } from '@tiptap/core'
import { BookOpenCheck, ChevronDown, ChevronUp, CircleCheck, MessageCircleHeart, WrapText, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { showMode } from '../../app/app-store'
import { DismissDialog, kindNames } from '../../editor/proofing/NoteCard'
import { openNote } from '../../editor/proofing/proof-store'
import type { Found, Proof } from '../../editor/proofing/proof'
import { replaceWords, showFound } from '../../editor/proofing/replace-words'
import type { StorySession } from '../../story/story-session'
import { Button, IconButton } from '../../ui/Button'

const icons: Readonly<Record<LanguageNote['kind'], LucideIcon>> = { style: BookOpenCheck, sentence: WrapText, inclusive: MessageCircleHeart }

/** House style, long sentences and inclusive language, in the order of the story. */
export function Notes({ proof, editor, session }: { readonly proof: Proof; readonly editor: Editor; readonly session: StorySession }) {
  const [current, setCurrent] = useState(-1)
  const [dismissing, setDismissing] = useState<LanguageNote | null>(null)
  const { notes } = proof
  const show = (index: number, then?: () => void): void => {
    const found = notes[index]
    if (found === undefined) return
    setCurrent(index)
    showMode('write')
    showFound(editor, found, then)
  }
  const step = (by: number): void => show((Math.min(current, notes.length - 1) + by + notes.length) % Math.max(1, notes.length))
  return (
    <section className="inspector__section" aria-labelledby="notes-title">
      <h3 className="inspector__heading" id="notes-title">
        Style and notes
        {notes.length > 0 && <span className="inspector__count">{notes.length}</span>}
        {notes.length > 0 && (
          <span className="language-steps">
            <IconButton icon={ChevronUp} label="Previous note" size="small" onClick={() => step(current < 0 ? 0 : -1)} />
            <IconButton icon={ChevronDown} label="Next note" size="small" onClick={() => step(1)} />
          </span>
        )}
      </h3>
      {notes.length === 0 ? (
        <p className="inspector__fine">
          {proof.whole && <CircleCheck size={15} aria-hidden />} {proof.whole ? 'Nothing to remark.' : 'Being looked through…'}
        </p>
      ) : (
        <ul className="language-notes">
          {notes.map((found, index) => (
            <Note key={`${found.mark.rule} ${JSON.stringify(found.place)} ${found.mark.from}`} found={found} current={index === current} onShow={(then) => show(index, then)} onDismiss={() => setDismissing(found.mark)} editor={editor} session={session} />
          ))}
        </ul>
      )}
      {dismissing && <DismissDialog session={session} mark={dismissing} onClose={() => setDismissing(null)} />}
    </section>
  )
}

interface NoteProps {
  readonly found: Found<LanguageNote>
  readonly current: boolean
  readonly onShow: (then?: () => void) => void
  readonly onDismiss: () => void
  readonly editor: Editor
  readonly session: StorySession
}

function Note({ found, current, onShow, onDismiss, editor, session }: NoteProps) {
  const { mark } = found
  const Icon = icons[mark.kind]
  const [offer] = mark.offers
  return (
    <li className={`language-note ${current ? 'language-note--current' : ''}`}>
      <button type="button" className="language-note__show" aria-current={current || undefined} onClick={() => onShow()}>
        <Icon size={15} aria-hidden />
        <span>
          <span className="language-note__kind">{kindNames[mark.kind]}</span>
          {mark.message}
          {mark.kind === 'sentence' && (
            <q className="language-note__words" dir="auto">
              {start(mark.words)}
            </q>
          )}
          {mark.why !== '' && (
            <span className="language-note__why" dir="auto">
              {mark.why}
            </span>
          )}
        </span>
      </button>
      <div className="language-note__do">
        {offer !== undefined && mark.offers.length === 1 && (
          <Button size="small" aria-label={`Use it: ${offer}`} onClick={() => replaceWords(session, editor, found, offer)}>
            Use it
          </Button>
        )}
        {mark.offers.length > 1 && (
          <Button
            size="small"
            onClick={() => onShow(() => openNote(found))}
          >
            Choose…
          </Button>
        )}
        <Button size="small" look="quiet" aria-label={`Dismiss the note on ‘${start(mark.words)}’`} onClick={onDismiss}>
          Dismiss…
        </Button>
      </div>
    </li>
  )
}

const start = (words: string): string => (words.length > 70 ? `${words.slice(0, words.lastIndexOf(' ', 64))} …` : words)
