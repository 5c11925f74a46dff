import './suggest-switch.css'
import { Eye, MessageSquareDiff, PenLine } from 'lucide-react'
import { runCommand } from '../../app/command-registry'
import { shortcutLabel } from '../../app/shortcuts'
import type { StorySession } from '../../story/story-session'
import { Hint } from '../../ui/Hint'
import { showSuggestions, useIsSuggesting, useSuggestionView } from './suggest-mode'

const viewNames = { accepted: 'As if accepted', without: 'Without suggestions' } as const

/** In the status bar: whether one writes or suggests, and the way from the one to the other. */
export function SuggestSwitch({ session }: { readonly session: StorySession }) {
  const on = useIsSuggesting(session.id)
  const view = useSuggestionView(session.id)
  if (view !== 'all') {
    return (
      <Hint text="The text is only shown for reading. Press to go back to the suggestions">
        <button type="button" className="suggest-switch suggest-switch--view" onClick={() => showSuggestions(session.id, 'all')}>
          <Eye size={14} aria-hidden />
          {viewNames[view]}
        </button>
      </Hint>
    )
  }
  const Icon = on ? MessageSquareDiff : PenLine
  return (
    <Hint text={on ? 'What you change waits for an answer. Press to write' : 'What you change is changed at once. Press to suggest'} keys={shortcutLabel('suggest.toggle')}>
      <button type="button" className={`suggest-switch ${on ? 'suggest-switch--on' : ''}`} onMouseDown={(event) => event.preventDefault()} onClick={() => runCommand('suggest.toggle')}>
        <Icon size={14} aria-hidden />
        {on ? 'Suggesting' : 'Writing'}
      </button>
    </Hint>
  )
}
