import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useLayoutEffect, useRef, type FocusEvent, type InputHTMLAttributes, type KeyboardEvent, type SyntheticEvent } from 'react'
import { useStorySession } from '../../../story/StoryProvider'
import { useLinesUnderWords } from '../../proofing/card-lines'
import { useSmartBox } from '../../typography/smart-box'
import type { CardProps } from '../node-cards'

interface CardTextProps extends Pick<InputHTMLAttributes<HTMLInputElement | HTMLTextAreaElement>, 'id' | 'className' | 'placeholder' | 'disabled' | 'dir' | 'spellCheck' | 'onBlur' | 'aria-label' | 'aria-invalid' | 'aria-describedby'> {
  readonly card: Pick<CardProps, 'editor' | 'node' | 'position'>
  readonly value: string
  /** The attribute that holds the words, by which a search finds the box. */
  readonly words?: string
  /** Goes on on further lines where it is longer than one. */
  readonly wraps?: boolean
  readonly onText: (text: string) => void
}

/**
 * A line of words that belongs to a block: what is typed is undone with the rest of the story, what others type leaves the
 * cursor where it is, and Return goes on with the text behind the block. Words for readers are set as the text is: quotation marks, dashes.
 */
export function CardText({ card, value, words, wraps = false, onText, onBlur, className = '', ...rest }: CardTextProps) {
  const session = useStorySession()
  const ref = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const store = (text: string): void => onText(text.replace(/[\r\n]+/g, ' '))
  const smart = useSmartBox(session, store)
  const mirror = useRef<HTMLDivElement>(null)
  useLinesUnderWords({ session, editor: card.editor, node: card.node, name: words, value, box: ref, mirror })
  useLayoutEffect(() => {
    if (ref.current && ref.current.value !== value) showWords(ref.current, value)
  }, [value])
  const shared = {
    // An empty box has the direction of the story around it.
    ...(value !== '' && { dir: 'auto' }),
    ...rest,
    ref,
    'data-card-text': '',
    'data-words': words,
    className: `card-text ${wraps ? 'card-text--wraps' : ''} ${className}`,
    defaultValue: value,
    onFocus: session.startStep,
    onBlur: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      onBlur?.(event)
      session.startStep()
    },
    onInput: words === undefined ? ({ currentTarget }: SyntheticEvent<HTMLInputElement | HTMLTextAreaElement>) => store(currentTarget.value) : smart.onInput,
    onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (words !== undefined) smart.onKeyDown(event)
      if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
      event.preventDefault()
      goOnBehind(card)
    },
  }
  const box = wraps ? <textarea rows={1} {...shared} /> : <input type="text" {...shared} />
  if (words === undefined) return box
  return (
    <>
      {box}
      <div ref={mirror} className={`card-text ${className} card-lines ${wraps ? 'card-lines--wraps' : ''}`} dir="auto" aria-hidden />
    </>
  )
}

/** Puts other words into a box; the cursor stays before the same letters. */
function showWords(input: HTMLInputElement | HTMLTextAreaElement, words: string): void {
  const { value, selectionStart, selectionEnd } = input
  let same = 0
  while (same < value.length && same < words.length && value[same] === words[same]) same += 1
  const grown = words.length - value.length
  const moved = (at: number | null): number => (at === null || at <= same ? (at ?? words.length) : Math.max(same, at + grown))
  input.value = words
  if (document.activeElement === input) input.setSelectionRange(moved(selectionStart), moved(selectionEnd))
}

/** Puts the cursor behind a block: into the paragraph that is there, or into a new one. */
export function goOnBehind({ editor, node, position }: Pick<CardProps, 'editor' | 'node' | 'position'>): void {
  const start = position()
  if (start !== undefined) goBehind(editor, start + (editor.state.doc.nodeAt(start)?.nodeSize ?? node.nodeSize))
  editor.view.focus()
}

function goBehind({ state, view }: Editor, end: number): void {
  const $end = state.doc.resolve(end)
  const { tr } = state
  const paragraph = state.schema.nodes['paragraph']
  // A picture of a gallery has no place for words behind it.
  if ($end.nodeAfter?.isTextblock !== true && paragraph && $end.parent.canReplaceWith($end.index(), $end.index(), paragraph)) tr.insert(end, paragraph.create())
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end), 1)).scrollIntoView())
}
