import { storyText } from '@shared/story/story-doc'
import type { FieldDefinition } from '@shared/story/kind'
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { StorySession } from '../../story/story-session'
import { inform } from '../../ui/notices'
import { lightField } from '../reveal'
import { bodyMatches, replaceMatches } from './body-matches'
import { fieldMatches, replacedField } from './field-matches'
import { takeAwaited, useFind, type StoryMatch } from './find-store'
import { showInText } from './show-in-text'

/** Finds and replaces in one story: its headline, its summary, its text and footnotes. */
export interface Finder {
  /** Opens the bar; words that are selected in one block are what is searched. */
  open(replacing: boolean): void
  /** Looks through the story anew; what is shown stays the nearest match. */
  look(from?: number): void
  step(by: 1 | -1): void
  replaceOne(): void
  /** One step of the history, however many there are. */
  replaceAll(): void
  /** Closes the bar; the match that was shown is selected. */
  close(): void
}

export function createFinder(session: StorySession, editor: Editor): Finder {
  const fields = session.kind.fields.filter(({ id }) => id === 'headline' || id === 'summary')
  const textOf = ({ id }: Pick<FieldDefinition, 'id'>): string => storyText(session.doc, id).toString()

  function all(): StoryMatch[] {
    const { options } = useFind.getState()
    const inFields = fields.flatMap((field) => fieldMatches(textOf(field), options).map((stretch): StoryMatch => ({ in: 'field', field: field.id, stretch })))
    return [...inFields, ...bodyMatches(editor.state.doc, options).map((match): StoryMatch => ({ in: 'body', match }))]
  }

  function look(from?: number): void {
    const matches = all()
    const wanted = takeAwaited(session.id)
    if (wanted !== null) {
      const there = matches.map((match, index) => ({ match, index })).filter(({ match }) => (match.in === 'field' ? match.field : 'body') === wanted.in)
      useFind.setState({ matches, current: there[Math.min(wanted.place, there.length - 1)]?.index ?? (matches.length > 0 ? 0 : -1) })
      return show()
    }
    const { current } = useFind.getState()
    if (from === undefined) useFind.setState({ matches, current: Math.min(current, matches.length - 1) })
    else {
      const next = matches.findIndex((match) => match.in === 'body' && match.match.from >= from)
      useFind.setState({ matches, current: next >= 0 ? next : matches.length > 0 ? 0 : -1 })
      show()
    }
  }

  function show(): void {
    const { matches, current } = useFind.getState()
    const match = matches[current]
    if (match === undefined) return
    if (match.in === 'body') return showInText(editor, match.match.from, match.match.to)
    const input = document.querySelector<HTMLTextAreaElement>(`[data-story-field="${CSS.escape(match.field)}"]`)
    input?.scrollIntoView({ block: 'nearest' })
    input?.setSelectionRange(match.stretch.from, match.stretch.to)
    lightField(match.field)
  }

  function replace(chosen: readonly StoryMatch[]): void {
    const { options, replacement } = useFind.getState()
    session.startStep()
    const inBody = chosen.flatMap((match) => (match.in === 'body' ? [match.match] : []))
    if (inBody.length > 0) editor.view.dispatch(replaceMatches(editor.state, inBody, options, replacement))
    for (const field of fields) {
      const stretches = chosen.flatMap((match) => (match.in === 'field' && match.field === field.id ? [match.stretch] : []))
      if (stretches.length > 0) session.setField(field, replacedField(textOf(field), stretches, options, replacement))
    }
    session.startStep()
  }

  return {
    open(replacing) {
      const { state } = editor
      const { $from, $to, empty, from } = state.selection
      const selected = !empty && $from.sameParent($to) && $from.parent.inlineContent ? state.doc.textBetween(from, $to.pos) : ''
      useFind.setState(({ options, asked }) => ({ open: true, replacing, asked: asked + 1, options: selected !== '' && selected.length <= 200 ? { ...options, text: selected, regexp: false } : options }))
      look(from)
    },
    look,
    step(by) {
      const { matches, current, options } = useFind.getState()
      if (options.text === '') return this.open(false)
      if (matches.length === 0) look(editor.state.selection.to)
      const count = useFind.getState().matches.length
      if (count === 0) return
      if (matches.length > 0) useFind.setState({ current: current < 0 ? 0 : (current + by + count) % count })
      show()
    },
    replaceOne() {
      const { matches, current } = useFind.getState()
      const match = matches[current]
      if (match === undefined) return
      // The text may have changed since it was found.
      const fresh = all()
      const same = fresh.find((other) => startOf(other) === startOf(match) && other.in === match.in)
      if (same === undefined) return look()
      replace([same])
      const left = all()
      useFind.setState({ matches: left, current: left.length === 0 ? -1 : current % left.length })
      const after = nextAfter(left, same, editor.state.selection.to)
      useFind.setState({ current: after })
      show()
    },
    replaceAll() {
      const matches = all()
      if (matches.length === 0) return
      replace(matches)
      look()
      inform(matches.length === 1 ? 'One match was replaced.' : `${matches.length.toLocaleString('en-GB')} matches were replaced.`)
    },
    close() {
      const { matches, current } = useFind.getState()
      const match = matches[current]
      useFind.setState({ open: false, matches: [], current: -1 })
      if (match?.in === 'field') {
        const input = document.querySelector<HTMLTextAreaElement>(`[data-story-field="${CSS.escape(match.field)}"]`)
        input?.focus()
        return input?.setSelectionRange(match.stretch.from, match.stretch.to)
      }
      if (match !== undefined && match.match.to <= editor.state.doc.content.size) editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, match.match.from, match.match.to)))
      editor.view.focus()
    },
  }
}

const startOf = (match: StoryMatch): number => (match.in === 'body' ? match.match.from : match.stretch.from)

/** The first match behind the one that was replaced; the very first one when it was the last. */
function nextAfter(matches: readonly StoryMatch[], replaced: StoryMatch, cursor: number): number {
  if (matches.length === 0) return -1
  const next = matches.findIndex((match) => {
    if (replaced.in === 'body') return match.in === 'body' && match.match.from >= cursor
    return match.in === 'body' || match.field !== replaced.field || match.stretch.from > replaced.stretch.from
  })
  return Math.max(0, next)
}

const finders = new WeakMap<StorySession, Finder>()

export function finderOf(session: StorySession, editor: Editor): Finder {
  const known = finders.get(session) ?? createFinder(session, editor)
  finders.set(session, known)
  return known
}
