import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { Bold, Heading2, Highlighter, Italic, Link, MessageSquarePlus, Quote, ShieldCheck, Underline } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { CommandButton } from '../toolbar/CommandButton'
import { MoreMarks } from '../toolbar/MoreMarks'
import { blockOf, marksOf, rareMarksOf } from '../toolbar/text-facts'
import { useRovingFocus } from '../toolbar/use-roving-focus'
import { useLinkEditing } from '../body/links/link-editing'
import { usePhraseLanguage } from '../body/marks/phrase-language'
import { useTextState } from '../use-text-state'
import { Floating } from './Floating'
import { textAnchor } from './text-anchor'

/** Over selected words: what is most often done with them. */
export function SelectionBar({ editor }: { readonly editor: Editor }) {
  const { from, to, shown } = useTextState(editor, selectedWords)
  const pressed = usePointerDown(editor)
  const editingLink = useLinkEditing((state) => state.editor !== null)
  const [dismissed, setDismissed] = useState('')
  const key = `${from}-${to}`
  useEffect(() => {
    if (!shown) return
    const hear = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setDismissed(key)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [shown, key])
  const choosingLanguage = usePhraseLanguage((state) => state.editor !== null)
  if (!shown || pressed || editingLink || choosingLanguage || dismissed === key) return null
  return <Bar editor={editor} from={from} to={to} />
}

function Bar({ editor, from, to }: { readonly editor: Editor; readonly from: number; readonly to: number }) {
  const ref = useRef<HTMLDivElement>(null)
  const marks = useTextState(editor, marksOf)
  const { highlight } = useTextState(editor, rareMarksOf)
  const { block } = useTextState(editor, blockOf)
  const anchor = useMemo(() => textAnchor(editor, from, to), [editor, from, to])
  useRovingFocus(ref)
  return (
    <Floating anchor={anchor} placement="top">
      <div ref={ref} role="toolbar" aria-label="Selected words" className="floating__bar">
        <CommandButton id="format.bold" icon={Bold} pressed={marks.bold} />
        <CommandButton id="format.italic" icon={Italic} pressed={marks.italic} />
        <CommandButton id="format.underline" icon={Underline} pressed={marks.underline} />
        <CommandButton id="format.highlight" icon={Highlighter} pressed={highlight} />
        <CommandButton id="format.link" icon={Link} pressed={marks.link} />
        <MoreMarks editor={editor} />
        <span className="floating__line" />
        <CommandButton id="block.heading2" icon={Heading2} pressed={block === 'block.heading2'} />
        <CommandButton id="block.quote" icon={Quote} pressed={marks.quote} />
        <span className="floating__line" />
        <CommandButton id="story.comment" icon={MessageSquarePlus} />
        <CommandButton id="story.clear" icon={ShieldCheck} />
      </div>
    </Floating>
  )
}

function selectedWords(editor: Editor) {
  const { selection } = editor.state
  const shown = selection instanceof TextSelection && !selection.empty && (editor.isFocused || isInMenu()) && selection.$from.parent.type.name !== 'codeBlock' && editor.state.doc.textBetween(selection.from, selection.to).trim() !== ''
  // Where nothing is shown, no key changes anything here.
  return shown ? { from: selection.from, to: selection.to, shown } : { from: 0, to: 0, shown }
}

/** A menu that the bar has opened takes the focus, and the words stay selected. */
const isInMenu = (): boolean => document.activeElement?.closest('[role="menu"]') != null

/** While the mouse is down in the text the selection is still being made. */
function usePointerDown(editor: Editor): boolean {
  const [down, setDown] = useState(false)
  useEffect(() => {
    const press = (event: PointerEvent): void => {
      if (event.target instanceof Node && editor.view.dom.contains(event.target)) setDown(true)
    }
    const release = (): void => setDown(false)
    window.addEventListener('pointerdown', press)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', release)
    window.addEventListener('dragend', release)
    return () => {
      window.removeEventListener('pointerdown', press)
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', release)
      window.removeEventListener('dragend', release)
    }
  }, [editor])
  return down
}
