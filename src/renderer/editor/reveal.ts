import type { Place } from '@shared/checks/finding'
import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { runCommand } from '../app/command-registry'
import { positionIn } from './position-in'

/** Shows a place of the story that is on the screen: the cursor goes there, and it is lit up for a moment. Answers whether it could. */
export function revealIn(editor: Editor, place: Place): boolean {
  switch (place.in) {
    case 'story':
      return true
    case 'field':
      return revealField(place.field)
    case 'body':
      return revealBlock(editor, place.path)
  }
}

function revealField(id: string): boolean {
  whenInForm(
    () => document.querySelector<HTMLElement>(`[data-story-field="${CSS.escape(id)}"]`),
    (element) => {
      element.scrollIntoView({ block: 'center' })
      const control = element.matches('input, textarea, select, button') ? element : element.querySelector<HTMLElement>('input, textarea, select, button')
      control?.focus()
      flash(element)
    },
  )
  return true
}

/** Does something with a part of the form. The form may have to be opened first: then the part is there a moment later. */
export function whenInForm<Part extends Element>(find: () => Part | null, then: (part: Part) => void, patience = 5): void {
  const part = find()
  if (part !== null) return then(part)
  if (patience === 5) runCommand('inspector.details')
  if (patience > 0) requestAnimationFrame(() => whenInForm(find, then, patience - 1))
}

function revealBlock(editor: Editor, path: readonly number[]): boolean {
  const position = positionIn(editor.state.doc, path)
  if (position === null) return false
  const { doc, tr } = editor.state
  const node = doc.nodeAt(position)
  const selection = node?.isAtom && !node.isText ? NodeSelection.create(doc, position) : TextSelection.near(doc.resolve(position + (node?.isText ? 0 : 1)))
  editor.view.dispatch(tr.setSelection(selection))
  editor.view.focus()
  const found = editor.view.nodeDOM(position)
  const element = found instanceof HTMLElement ? found : found?.parentElement
  element?.scrollIntoView({ block: 'center' })
  if (element) flash(element)
  return true
}

/** Lights a field up, if it is on the screen: something happened to it that the person may not be looking at. */
export function lightField(id: string): void {
  const element = document.querySelector<HTMLElement>(`[data-story-field="${CSS.escape(id)}"]`)
  if (element) flash(element)
}

/** Lights something up for a moment. */
export function flash(element: HTMLElement): void {
  element.classList.remove('flash')
  // Reading the layout between makes the animation start again.
  void element.offsetWidth
  element.classList.add('flash')
  element.addEventListener('animationend', () => element.classList.remove('flash'), { once: true })
}
