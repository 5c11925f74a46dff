import './story-editor.css'
import './body/story-text.css'
import './view/view-modes.css'
import './suggestions/author-colours.css'
import './suggestions/suggestions.css'
import './clearances/clearances-in-text.css'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useApp } from '../app/app-store'
import { useCommands } from '../app/command-registry'
import { useStorySession } from '../story/StoryProvider'
import { bodyEditorOf } from './body/body-editor'
import { CardsOfText } from './body/node-cards'
import { textCommands } from './body/text-commands'
import { BlockHandle } from './blocks/BlockHandle'
import { followClearances } from './clearances/clearances-of-text'
import { AuthorsStrip } from './authorship/AuthorsStrip'
import { Authorship } from './authorship/WroteThis'
import { CommentMargin } from './comments/CommentMargin'
import { Commentable } from './comments/FieldComments'
import { FindBar } from './find/FindBar'
import { MarkdownOffer } from './paste/MarkdownOffer'
import { Outline } from './outline/Outline'
import { writingCommands } from './writing-commands'
import { EmbedOffer } from './floating/EmbedOffer'
import { LinkPopover } from './floating/links/LinkPopover'
import { ListStart } from './floating/ListStart'
import { PhraseLanguage } from './floating/PhraseLanguage'
import { SelectionBar } from './floating/SelectionBar'
import { SlashMenu } from './floating/SlashMenu'
import { TableBar } from './floating/TableBar'
import { keepToItself } from './body/quiet-events'
import { showWantedHeading } from './body/links/open-at-heading'
import { directionOf } from './language'
import { languageField, useFieldValue } from '../story/field-values'
import { EndorsementNote } from './EndorsementNote'
import { Headline } from './Headline'
import { Notes } from './Notes'
import { NoteCardOfText } from './proofing/NoteCard'
import { ProofMenu } from './proofing/ProofMenu'
import { proofCommands } from './proofing/proof-commands'
import { proofreaderOf } from './proofing/proofreader'
import { Suggestible } from './suggestions/fields/Suggestible'
import { ReadingView } from './suggestions/ReadingView'
import { useSuggestionView } from './suggestions/suggest-mode'
import { suggestionCommands } from './suggestions/suggestion-commands'
import { StatusBar } from './StatusBar'
import { Summary } from './Summary'
import { Toolbar } from './toolbar/Toolbar'
import { followPlace } from './follow-place'
import { lightField, revealIn } from './reveal'
import { useShownEditor } from './insert-words'
import { LeaveFocus } from './view/LeaveFocus'

/** Where a story is written: headline, summary and text, with the tools above and what one wants to know below. */
export function StoryEditor() {
  const session = useStorySession()
  const { editor, cards } = bodyEditorOf(session)
  const scroller = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const language = useFieldValue(session, languageField)
  const direction = typeof language === 'string' && language !== '' ? directionOf(language) : undefined
  useCommands(useMemo(() => textCommands(session, editor), [session, editor]))
  useCommands(useMemo(() => writingCommands(session, editor), [session, editor]))
  useCommands(useMemo(() => proofCommands(session, editor), [session, editor]))
  useCommands(useMemo(() => suggestionCommands(session, editor), [session, editor]))
  useEffect(() => void proofreaderOf(session, editor), [session, editor])
  useEffect(() => followClearances(session, editor, 'signs'), [session, editor])
  const ways = useWays()
  const view = useSuggestionView(session.id)
  const reading = view !== 'all'

  useLayoutEffect(() => {
    const { dom } = editor.view
    const { current } = scroller
    page.current?.append(dom)
    useShownEditor.setState({ editor })
    const leave = current === null ? null : followPlace(editor, current, session.id)
    return () => {
      leave?.()
      dom.remove()
      useShownEditor.setState({ editor: null })
    }
  }, [session, editor])

  useLayoutEffect(() => {
    showLanguage(editor.view.dom, typeof language === 'string' ? language : '')
  }, [editor, language])

  useLayoutEffect(() => (page.current === null ? undefined : keepToItself(page.current)), [])
  useEffect(() => showWantedHeading(session.id, editor), [session, editor])
  useLayoutEffect(() => session.onReveal((place) => revealIn(editor, place)), [session, editor])
  useEffect(() => session.onFieldRestored(lightField), [session])

  const intoText = useCallback(() => void editor.commands.focus('start'), [editor])
  const fieldOf = (id: string) => session.kind.fields.find((field) => field.id === id)
  const headline = fieldOf('headline')
  const summary = fieldOf('summary')
  return (
    <section className={`story-editor ${ways} ${reading ? 'story-editor--reading' : ''}`} aria-label="Editor">
      <LeaveFocus />
      <Toolbar editor={editor} session={session} />
      <FindBar editor={editor} session={session} />
      <AuthorsStrip editor={editor} session={session} />
      <div className="story-editor__middle">
        <Outline editor={editor} session={session} />
        <div className="story-editor__text">
          <div className="story-editor__scroll" ref={scroller}>
            <div className="story-page" data-direction={direction}>
              {headline && (
                <Commentable field={headline.id} label={headline.label} above>
                  <Suggestible field={headline}>
                    <Headline field={headline} onReturn={intoText} />
                  </Suggestible>
                </Commentable>
              )}
              {summary && (
                <Commentable field={summary.id} label={summary.label} above>
                  <Suggestible field={summary}>
                    <Summary field={summary} />
                  </Suggestible>
                </Commentable>
              )}
              <EndorsementNote />
              <div ref={page} hidden={reading} />
              {view !== 'all' && <ReadingView key={view} editor={editor} session={session} view={view} />}
              <Notes editor={editor} direction={direction} />
              <BlockHandle editor={editor} story={session.id} />
              <CommentMargin editor={editor} session={session} rightToLeft={direction === 'rtl'} />
            </div>
          </div>
        </div>
      </div>
      <CardsOfText cards={cards} />
      <SelectionBar editor={editor} />
      <TableBar editor={editor} />
      <LinkPopover editor={editor} />
      <ListStart editor={editor} />
      <PhraseLanguage editor={editor} />
      <SlashMenu editor={editor} />
      <EmbedOffer editor={editor} />
      <ProofMenu editor={editor} session={session} />
      <NoteCardOfText editor={editor} session={session} />
      <Authorship editor={editor} session={session} />
      <MarkdownOffer editor={editor} />
      <StatusBar editor={editor} session={session} />
    </section>
  )
}

/** The ways of writing that are on, as class names of the editor. */
function useWays(): string {
  return useApp(({ preferences }) =>
    [
      preferences?.focusMode === true && 'story-editor--focus',
      preferences?.typewriter === true && 'story-editor--typewriter',
      preferences?.invisibles === true && 'story-editor--invisibles',
    ]
      .filter((name) => name !== false)
      .join(' '),
  )
}

/** Without a known language the text itself decides its direction. */
function showLanguage(body: HTMLElement, tag: string): void {
  body.lang = tag
  body.dir = tag === '' ? 'auto' : directionOf(tag)
}
