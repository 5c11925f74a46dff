import type { AuthoredRun } from '@shared/history/blame'
import type { FieldAuthors } from '@shared/history/field-authors'
import { Fragment, useCallback, useMemo } from 'react'
import { createPortal } from 'react-dom'
import { useApp } from '../../app/app-store'
import { useCommands } from '../../app/command-registry'
import { useStorySession } from '../../story/StoryProvider'
import type { StorySession } from '../../story/story-session'
import { fullDate } from '../../ui/dates'
import { pageLayer } from '../../ui/layer'
import { sharesIn, wordsTitle } from './author-words'
import { AuthorsCard } from './AuthorsCard'
import { authorshipCommands } from './authorship-commands'
import { askedField, showWholeAuthorship, useAuthorship } from './authorship-store'
import { fieldAuthors, fieldLine, fieldNamed } from './field-facts'
import { coloursIn } from './follow-authors'
import { Shares } from './Shares'

/** Answers who wrote what of a story: beside the field about which it was asked, wherever that is on the screen. */
export function FieldAuthorship() {
  const session = useStorySession()
  useCommands(useMemo(() => authorshipCommands(session), [session]))
  const field = useAuthorship((view) => askedField(view, session.id))
  const box = field === null ? null : boxOfField(field)
  // Above the page: it may stand beside a field of the inspector.
  return field === null || box === null ? null : createPortal(<FieldCard key={field} session={session} field={field} box={box} />, pageLayer())
}

const boxOfField = (field: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-story-field="${CSS.escape(field)}"]`)

function FieldCard({ session, field, box }: { readonly session: StorySession; readonly field: string; readonly box: HTMLElement }) {
  const authors = useMemo(() => fieldAuthors(session, field), [session, field])
  const whole = useAuthorship((view) => view.whole === session.id)
  const back = useCallback(() => focusIn(box), [box])
  return (
    <AuthorsCard title={`Who wrote this: ${fieldNamed(session, field).label}`} anchor={box} back={back} showAll={whole ? undefined : () => showWholeAuthorship(session.id)}>
      <Answer authors={authors} session={session} />
    </AuthorsCard>
  )
}

/** Back to the box one was in; of a group of boxes, to the first. */
function focusIn(box: HTMLElement): void {
  const own = box.matches('input, textarea, select, button') ? box : box.querySelector<HTMLElement>('input, textarea, select, button')
  own?.focus()
}

function Answer({ authors, session }: { readonly authors: FieldAuthors; readonly session: StorySession }) {
  const desk = useApp((state) => state.desk)
  if (desk === null) return null
  if (authors.in === 'nothing') return <p>It is empty: there is nothing that anybody wrote.</p>
  if (authors.in === 'value') return <p dir="auto" title={authors.who === null ? undefined : fullDate(authors.who.at)}>{fieldLine(authors, desk)}. It is replaced as a whole, so this is who did that last.</p>
  return (
    <>
      <Shares shares={sharesIn(authors.runs)} colours={coloursIn(session)} />
      <AuthoredWords runs={authors.runs} colours={coloursIn(session)} />
    </>
  )
}

/** The words themselves, each stretch in the colour of who wrote it. */
function AuthoredWords({ runs, colours }: { readonly runs: readonly AuthoredRun[]; readonly colours: ReadonlyMap<string, number> }) {
  const desk = useApp((state) => state.desk)
  if (desk === null || runs.length < 2) return null
  return (
    <p className="wrote-this__words" dir="auto">
      {runs.map(({ text, who }, index) => (
        <Fragment key={index}>
          <span className="visually-hidden">{wordsTitle(who, desk)}: </span>
          <span className="authored" data-colour={who === null || who.imported === true ? undefined : colours.get(who.by)} title={wordsTitle(who, desk)}>
            {text}
          </span>
        </Fragment>
      ))}
    </p>
  )
}
