import './outline.css'
import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { prefer, useApp } from '../../app/app-store'
import { shortcutLabel } from '../../app/shortcuts'
import type { StorySession } from '../../story/story-session'
import { IconButton } from '../../ui/Button'
import { bringIntoView } from '../find/show-in-text'
import { movedSection, sectionAt, sectionsOf, type Section } from './sections'

/** Headings change rarely; they are looked at when the text has been left alone for so long. */
const pauseMs = 160

interface OutlineState {
  readonly sections: readonly Section[]
  readonly current: number
}

/** The headings of the story as a tree: where one is, and the way to anywhere else. */
export function Outline({ editor, session }: { readonly editor: Editor; readonly session: StorySession }) {
  const shown = useApp(({ preferences }) => preferences?.outlineShown === true && !preferences.focusMode)
  return shown ? <Panel editor={editor} session={session} /> : null
}

function Panel({ editor, session }: { readonly editor: Editor; readonly session: StorySession }) {
  const { sections, current } = useOutline(editor)
  const [at, setAt] = useState(-1)
  const tree = useRef<HTMLDivElement>(null)
  const place = at >= 0 && at < sections.length ? at : Math.max(0, current)

  const focusItem = (index: number): void => {
    setAt(index)
    tree.current?.querySelector<HTMLElement>(`[data-section="${index}"]`)?.focus()
  }
  /** The heading that has the focus: the focus stays with it when others come before it. */
  const held = useRef<Pick<Section, 'title' | 'level'> | null>(null)
  useLayoutEffect(() => {
    const focused = document.activeElement
    if (held.current === null || !(focused instanceof HTMLElement) || tree.current?.contains(focused) !== true) return
    const { title, level } = held.current
    const now = sections.findIndex((section) => section.title === title && section.level === level)
    if (now >= 0 && focused.dataset['section'] !== String(now)) tree.current.querySelector<HTMLElement>(`[data-section="${now}"]`)?.focus()
  }, [sections])
  /** Where a section of the list is in the text as it is now: the list is a moment behind. */
  const placeNow = (index: number): number => {
    const [wanted, now] = [sections[index], sectionsOf(editor.state.doc)]
    return JSON.stringify(now) === JSON.stringify(sections) ? index : now.findIndex(({ title, level }) => title === wanted?.title && level === wanted.level)
  }
  const goTo = (index: number): void => {
    const section = sectionsOf(editor.state.doc)[placeNow(index)]
    if (section === undefined) return
    setAt(-1)
    editor.view.dispatch(editor.state.tr.setSelection(Selection.near(editor.state.doc.resolve(section.from + 1))))
    bringIntoView(editor, section.from + 1)
    editor.view.focus()
  }
  const move = (direction: -1 | 1): void => {
    const tr = movedSection(editor.state, placeNow(place), direction)
    if (tr === null) return
    session.startStep()
    editor.view.dispatch(tr)
    session.startStep()
    bringIntoView(editor, tr.selection.from)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return
    if (event.altKey) {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
      move(event.key === 'ArrowUp' ? -1 : 1)
    } else {
      const parent = sections[place]?.parent ?? -1
      const child = sections[place + 1]?.parent === place ? place + 1 : undefined
      const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: sections.length - 1, ArrowLeft: parent < 0 ? undefined : parent, ArrowRight: child }[event.key]
      if (event.key === 'Enter' || event.key === ' ') goTo(place)
      else if (event.key === 'Escape') editor.view.focus()
      else if (to !== undefined) focusItem(Math.min(Math.max(to, 0), sections.length - 1))
      else return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <aside className="outline" aria-label="Outline">
      <header className="outline__head">
        <h2 className="outline__title">Outline</h2>
        <IconButton icon={X} label="Hide the outline" keys={shortcutLabel('view.outline')} size="small" onClick={() => prefer({ outlineShown: false })} />
      </header>
      {sections.length === 0 ? (
        <p className="outline__none">Headings of the story are listed here.</p>
      ) : (
        <div className="outline__tree" role="tree" aria-label="Headings" ref={tree} onKeyDown={press}>
          {sections.map(({ title, level, depth }, index) => (
            <div
              key={index}
              role="treeitem"
              data-section={index}
              aria-level={depth}
              aria-selected={index === current}
              aria-current={index === current ? 'location' : undefined}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              tabIndex={index === place ? 0 : -1}
              className={`outline__item ${index === current ? 'outline__item--current' : ''}`}
              style={{ paddingInlineStart: 12 + (depth - 1) * 14 }}
              dir="auto"
              onFocus={() => {
                held.current = { title, level }
                setAt(index)
              }}
              onClick={() => goTo(index)}
            >
              {title || 'Untitled'}
            </div>
          ))}
        </div>
      )}
    </aside>
  )
}

function useOutline(editor: Editor): OutlineState {
  const [state, setState] = useState(() => outlineOf(editor))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      timer = undefined
      if (!editor.isDestroyed) setState((before) => same(before, outlineOf(editor)))
    }
    const soon = (): void => void (timer ??= setTimeout(look, pauseMs))
    look()
    editor.on('transaction', soon)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', soon)
    }
  }, [editor])
  return state
}

function outlineOf({ state: { doc, selection } }: Editor): OutlineState {
  const sections = sectionsOf(doc)
  return { sections, current: sectionAt(sections, selection.from) }
}

/** What was drawn before, when it looks the same. */
function same(before: OutlineState, now: OutlineState): OutlineState {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now
}
