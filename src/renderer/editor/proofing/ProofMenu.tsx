import type { CommandId } from '@shared/commands'
import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { DropdownMenu } from 'radix-ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ask } from '../../app/bridge'
import { runCommand } from '../../app/command-registry'
import { shortcutLabel } from '../../app/shortcuts'
import type { StorySession } from '../../story/story-session'
import { pageLayer } from '../../ui/layer'
import { complain } from '../../ui/notices'
import { MenuItem } from '../../ui/MenuItem'
import { addDeskWord } from './desk-language'
import { ignoreIn } from './ignored-words'
import type { Mistake } from './marks'
import { focusPlace, placeOfBox, type FoundPlace } from './place'
import { foundAt } from './proof-commands'
import { closeProof, openMenu, openNote, useProofStore, type Opened } from './proof-store'
import type { Found } from './proof'
import { proofreaderOf } from './proofreader'
import { replaceWords } from './replace-words'

/** The menu of a place in the text: what may have been meant there, and what one does with the clipboard. */
export function ProofMenu({ editor, session }: { readonly editor: Editor; readonly session: StorySession }) {
  const opened = useProofStore((state) => state.opened)
  useEffect(() => listenForMenus(session, editor), [session, editor])
  return opened.what === 'menu' ? <PlaceMenu key={`${opened.at.x} ${opened.at.y}`} opened={opened} editor={editor} session={session} /> : null
}

/** A right click, or the menu key, in the text or in a field of the story. */
function listenForMenus(session: StorySession, editor: Editor): () => void {
  const hear = (event: MouseEvent): void => {
    const { target } = event
    if (!(target instanceof HTMLElement)) return
    const at = { x: event.clientX, y: event.clientY }
    // The menu key has no button.
    const by = event.button === 2 ? 'pointer' : 'key'
    const place = placeOfBox(editor, target)
    if (place !== null && (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) {
      event.preventDefault()
      const { mistake, note } = foundAt(session, editor, place, target.selectionStart ?? 0, target.selectionEnd ?? 0)
      return openMenu(at, mistake, note, by)
    }
    if (target.closest('.card input, .card textarea') !== null) return
    if (!editor.view.dom.contains(target)) return
    event.preventDefault()
    const position = editor.view.posAtCoords({ left: at.x, top: at.y })?.pos ?? editor.state.selection.from
    const { selection } = editor.state
    // A click outside of what is selected puts the cursor there, as everywhere.
    if (!(selection instanceof NodeSelection) && (position < selection.from || position > selection.to)) editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(position))))
    editor.view.focus()
    const { mistake, note } = foundAt(session, editor, { in: 'body' }, position, position)
    openMenu(at, mistake, note, by)
  }
  /** A click on words with a note shows it. */
  const click = (event: MouseEvent): void => {
    const marked = event.target instanceof Element ? event.target.closest('.proof--style, .proof--inclusive') : null
    if (marked === null || !editor.view.dom.contains(marked) || getSelection()?.isCollapsed === false) return
    const start = editor.view.posAtDOM(marked, 0)
    const { note } = foundAt(session, editor, { in: 'body' }, start, start + 1)
    if (note !== null) openNote(note)
  }
  document.addEventListener('contextmenu', hear)
  editor.view.dom.addEventListener('click', click)
  return () => {
    document.removeEventListener('contextmenu', hear)
    editor.view.dom.removeEventListener('click', click)
  }
}

interface PlaceMenuProps {
  readonly opened: Extract<Opened, { what: 'menu' }>
  readonly editor: Editor
  readonly session: StorySession
}

function PlaceMenu({ opened: { at, mistake, note, by }, editor, session }: PlaceMenuProps) {
  // As it was when the menu opened: since then the menu has the focus.
  const content = useRef<HTMLDivElement>(null)
  const [back] = useState(() => mistake?.place ?? note?.place ?? placeOfFocus(editor))
  const run = (command: CommandId): void => later(() => (focusPlace(editor, back), void runCommand(command)))
  const giveFocusBack = (event: Event): void => {
    event.preventDefault()
    if (back.in !== 'body' || useProofStore.getState().opened.what !== 'note') focusPlace(editor, back)
  }
  return (
    <DropdownMenu.Root modal={false} open onOpenChange={(open) => !open && useProofStore.getState().opened.what === 'menu' && closeProof()}>
      <DropdownMenu.Trigger asChild>
        <span className="proof-menu__anchor" aria-hidden tabIndex={-1} style={{ left: at.x, top: at.y }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={pageLayer()}>
        <DropdownMenu.Content ref={content} className="menu" aria-label="Words at this place" align="start" sideOffset={2} collisionPadding={8} onCloseAutoFocus={giveFocusBack}>
          {mistake && <OfMistake mistake={mistake} editor={editor} session={session} onSuggestions={() => by === 'key' && toFirst(content.current)} />}
          {note && (
            <>
              <MenuItem label={note.mark.kind === 'style' ? `House style: ‘${note.mark.words}’…` : `Note on ‘${note.mark.words}’…`} onSelect={() => openNote(note)} />
              <Line />
            </>
          )}
          <MenuItem label="Cut" onSelect={() => clipboard('cut', back, editor)} />
          <MenuItem label="Copy" onSelect={() => clipboard('copy', back, editor)} />
          <MenuItem label="Paste" onSelect={() => clipboard('paste', back, editor)} />
          <MenuItem label="Paste as plain text" keys={shortcutLabel('insert.pastePlain')} onSelect={() => clipboard('pastePlain', back, editor)} />
          {back.in !== 'block' && (
            <>
              <Line />
              {back.in === 'body' && <MenuItem label="Link…" keys={shortcutLabel('format.link')} onSelect={() => run('format.link')} />}
              <MenuItem label="Comment…" keys={shortcutLabel('story.comment')} onSelect={() => run('story.comment')} />
              <MenuItem label="Who wrote this" keys={shortcutLabel('story.blame')} onSelect={() => run('story.blame')} />
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** The focus goes to the first entry, unless it has gone to one already. */
function toFirst(menu: HTMLElement | null): void {
  // A frame later, when the menu has taken the focus itself.
  requestAnimationFrame(() => {
    if (menu !== null && document.activeElement === menu) menu.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
  })
}

interface OfMistakeProps {
  readonly mistake: Found<Mistake>
  readonly editor: Editor
  readonly session: StorySession
  /** Is called when there are some. */
  readonly onSuggestions: () => void
}

function OfMistake({ mistake, editor, session, onSuggestions }: OfMistakeProps) {
  const suggestions = useSuggestions(mistake.mark)
  const shown = useEffectEvent(onSuggestions)
  useEffect(() => {
    if (suggestions !== null && suggestions.length > 0) shown()
  }, [suggestions])
  const { words, language } = mistake.mark
  return (
    <>
      <DropdownMenu.Label className="menu__label">{suggestions === null ? 'Looking for suggestions…' : suggestions.length === 0 ? `No suggestions for ‘${words}’` : `Instead of ‘${words}’`}</DropdownMenu.Label>
      {suggestions?.map((suggestion) => (
        <DropdownMenu.Item key={suggestion} className="menu__item proof-menu__suggestion" lang={language} onSelect={() => replaceWords(session, editor, mistake, suggestion)}>
          <bdi>{suggestion}</bdi>
        </DropdownMenu.Item>
      ))}
      <Line />
      <MenuItem label="Add to the desk’s dictionary" onSelect={() => void addDeskWord({ word: words, language: '' })} />
      <MenuItem
        label="Ignore in this story"
        onSelect={() => {
          ignoreIn(session.id, words)
          proofreaderOf(session, editor).again()
        }}
      />
      <Line />
    </>
  )
}

function useSuggestions({ words, language }: Mistake): readonly string[] | null {
  const [suggestions, setSuggestions] = useState<readonly string[] | null>(null)
  useEffect(() => {
    let here = true
    void ask('language.suggest', { language, word: words }).then((answer) => {
      if (!answer.ok) complain(answer.error)
      if (here) setSuggestions(answer.ok ? answer.value : [])
    })
    return () => {
      here = false
    }
  }, [words, language])
  return suggestions
}

const Line = () => <DropdownMenu.Separator className="menu__line" />

const placeOfFocus = (editor: Editor): FoundPlace => (document.activeElement && placeOfBox(editor, document.activeElement)) ?? { in: 'body' }

/** Once the menu is gone and the focus is back where it was. */
const later = (run: () => void): void => void setTimeout(run, 0)

function clipboard(what: 'cut' | 'copy' | 'paste' | 'pastePlain', place: FoundPlace, editor: Editor): void {
  later(() => {
    focusPlace(editor, place)
    if (what === 'cut' || what === 'copy') return void document.execCommand(what)
    void ask(what === 'paste' ? 'edit.paste' : 'edit.pastePlain').then((answer) => answer.ok || complain(answer.error))
  })
}
