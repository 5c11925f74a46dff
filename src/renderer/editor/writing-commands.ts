import type { Editor } from '@tiptap/core'
import { prefer, showOverlay, useApp } from '../app/app-store'
import { ask } from '../app/bridge'
import type { CommandHandlers } from '../app/command-registry'
import type { StorySession } from '../story/story-session'
import { complain, inform } from '../ui/notices'
import { blockCommands } from './blocks/block-commands'
import { finderOf } from './find/finder'
import { useFind } from './find/find-store'
import { centreCursor } from './view/typewriter'

type Switch = 'outlineShown' | 'focusMode' | 'typewriter' | 'invisibles' | 'smartTypography'

const switchNames: Readonly<Partial<Record<Switch, string>>> = { typewriter: 'Typewriter scroll', invisibles: 'Invisible characters', smartTypography: 'Smart quotes and dashes' }

/** Turns a way of writing on or off, and remembers it; says so where nothing else shows it at once. The editor is told to look at itself again. */
export function toggle(name: Switch, editor?: Editor): void {
  const { preferences } = useApp.getState()
  if (preferences === null) return
  prefer({ [name]: !preferences[name] })
  const title = switchNames[name]
  if (title !== undefined) inform(`${title}: ${preferences[name] ? 'off' : 'on'}`)
  if (editor !== undefined && !editor.isDestroyed) editor.view.dispatch(editor.state.tr)
}

/** The writing tools of the story that is shown. */
export function writingCommands(session: StorySession, editor: Editor): CommandHandlers {
  const finder = finderOf(session, editor)
  return {
    ...blockCommands(session, editor),
    'edit.find': () => finder.open(useFind.getState().open && useFind.getState().replacing),
    'edit.replace': () => finder.open(true),
    'edit.findNext': () => finder.step(1),
    'edit.findPrevious': () => finder.step(-1),
    'view.outline': () => toggle('outlineShown'),
    'view.focusMode': () => {
      toggle('focusMode', editor)
      editor.view.focus()
    },
    'view.typewriter': () => {
      toggle('typewriter')
      editor.view.focus()
      if (useApp.getState().preferences?.typewriter) requestAnimationFrame(() => centreCursor(editor.view))
    },
    'view.invisibles': () => toggle('invisibles', editor),
    'typography.smart': () => toggle('smartTypography'),
    'insert.specialCharacter': () => showOverlay('characters'),
    'insert.pastePlain': () => void pastePlain(editor),
  }
}

/** Main has the clipboard; it pastes where the cursor is. */
async function pastePlain(editor: Editor): Promise<void> {
  const active = document.activeElement
  // The text may have the focus without the cursor: after a dialog that comes a moment later.
  if (!(active instanceof HTMLElement) || !active.matches('input, textarea')) editor.view.focus()
  const pasted = await ask('edit.pastePlain')
  if (!pasted.ok) complain(pasted.error)
}
