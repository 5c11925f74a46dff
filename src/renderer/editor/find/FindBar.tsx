import './find-bar.css'
import type { FindOptions } from '@shared/find/find-options'
import type { Editor } from '@tiptap/core'
import { storyText } from '@shared/story/story-doc'
import { writtenFields } from '@shared/story/written-fields'
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, X } from 'lucide-react'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { shortcutLabel } from '../../app/shortcuts'
import type { StorySession } from '../../story/story-session'
import { Button, IconButton } from '../../ui/Button'
import { useFind, whyWrong } from './find-store'
import { finderOf, type Finder } from './finder'
import { clearHighlights, highlightMatches } from './highlights'
import { HowToFind } from './HowToFind'
import { inFigures } from '@shared/figures'

/** How long the text must be left alone before it is looked through again; milliseconds. */
const pauseMs = 180

/** Above the text: what is searched in it, and what takes its place. */
export function FindBar({ editor, session }: { readonly editor: Editor; readonly session: StorySession }) {
  const open = useFind((state) => state.open)
  return open ? <Bar editor={editor} session={session} finder={finderOf(session, editor)} /> : null
}

function Bar({ editor, session, finder }: { readonly editor: Editor; readonly session: StorySession; readonly finder: Finder }) {
  const { options, replacing, replacement, asked, endless } = useFind()
  const input = useRef<HTMLInputElement>(null)
  const wrong = whyWrong(options)
  const wrongId = useId()
  useLookAgain(editor, session, finder)
  useHighlights(editor)
  const heard = useRef(-1)
  // Once the text is on the page: a match can be shown only there.
  useEffect(() => {
    if (heard.current === asked) return
    heard.current = asked
    finder.look()
    input.current?.focus()
    input.current?.select()
  }, [finder, asked])

  const change = (changed: Partial<FindOptions>): void => {
    useFind.setState({ options: { ...options, ...changed } })
    finder.look(editor.state.selection.from)
  }
  const press = (event: KeyboardEvent): void => {
    const primary = event.ctrlKey || event.metaKey
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') finder.close()
    else if (event.key === 'Enter' && event.target === input.current) finder.step(event.shiftKey ? -1 : 1)
    else if (primary && event.key.toLowerCase() === 'g') finder.step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const pressInReplacement = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) finder.replaceAll()
    else finder.replaceOne()
    event.stopPropagation()
  }
  return (
    <div className="find-bar" role="search" aria-label="Find in the story" onKeyDown={press}>
      <div className="find-bar__row">
        <IconButton
          icon={replacing ? ChevronDown : ChevronRight}
          label={replacing ? 'Hide replacing' : 'Replace as well'}
          size="small"
          aria-expanded={replacing}
          className="find-bar__more"
          onClick={() => useFind.setState({ replacing: !replacing })}
        />
        <div className={`find-bar__query ${wrong === null ? '' : 'find-bar__query--wrong'}`}>
          <input
            ref={input}
            className="find-bar__input"
            aria-label="Find"
            placeholder="Find"
            dir="auto"
            spellCheck={false}
            value={options.text}
            aria-invalid={wrong !== null || undefined}
            aria-describedby={wrong === null ? undefined : wrongId}
            onChange={(event) => change({ text: event.target.value })}
          />
          <HowToFind options={options} onChange={change} />
        </div>
        <Count />
        <IconButton icon={ArrowUp} label="Previous match" keys={shortcutLabel('edit.findPrevious')} size="small" onClick={() => finder.step(-1)} />
        <IconButton icon={ArrowDown} label="Next match" keys={shortcutLabel('edit.findNext')} size="small" onClick={() => finder.step(1)} />
        <IconButton icon={X} label="Close" keys="Esc" size="small" onClick={() => finder.close()} />
      </div>
      {replacing && (
        <div className="find-bar__row find-bar__row--replace">
          <div className="find-bar__query">
            <input className="find-bar__input" aria-label="Replace with" placeholder="Replace with" dir="auto" spellCheck={false} value={replacement} onChange={(event) => useFind.setState({ replacement: event.target.value })} onKeyDown={pressInReplacement} />
          </div>
          <Button size="small" onClick={() => finder.replaceOne()}>
            Replace
          </Button>
          <Button size="small" onClick={() => finder.replaceAll()}>
            Replace all
          </Button>
        </div>
      )}
      {wrong !== null && (
        <p className="find-bar__wrong" id={wrongId} role="alert">
          This is no regular expression: {wrong}.
        </p>
      )}
      {wrong === null && endless && (
        <p className="find-bar__wrong" role="alert">
          This expression takes too long on this story: it tries endless combinations. Repeat a group or what is in it, not both.
        </p>
      )}
    </div>
  )
}

function Count() {
  const count = useFind(({ matches }) => matches.length)
  const current = useFind((state) => state.current)
  const text = useFind(({ options }) => options.text)
  const words = text === '' ? '' : count === 0 ? 'No matches' : `${inFigures(current + 1)} of ${inFigures(count)}`
  return (
    <span className="find-bar__count" role="status">
      {words}
    </span>
  )
}

/** Looks through the story when another one is shown, and a moment after each change of it. */
function useLookAgain(editor: Editor, session: StorySession, finder: Finder): void {
  useEffect(() => {
    finder.look()
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => finder.look(), pauseMs)
    }
    const fields = writtenFields(session.kind.fields).map(({ id }) => storyText(session.doc, id))
    editor.on('update', soon)
    fields.forEach((field) => field.observe(soon))
    return () => {
      clearTimeout(timer)
      editor.off('update', soon)
      fields.forEach((field) => field.unobserve(soon))
    }
  }, [editor, session, finder])
}

function useHighlights(editor: Editor): void {
  useEffect(() => {
    let frame = 0
    const draw = (): void => {
      frame = 0
      const { matches, current } = useFind.getState()
      if (!editor.isDestroyed && editor.view.dom.isConnected) highlightMatches(editor, matches, current)
    }
    const soon = (): void => void (frame ||= requestAnimationFrame(draw))
    soon()
    const scroller = editor.view.dom.closest('.story-editor__scroll')
    scroller?.addEventListener('scroll', soon, { passive: true })
    window.addEventListener('resize', soon)
    const stop = useFind.subscribe(soon)
    return () => {
      stop()
      clearHighlights()
      cancelAnimationFrame(frame)
      scroller?.removeEventListener('scroll', soon)
      window.removeEventListener('resize', soon)
    }
  }, [editor])
}
