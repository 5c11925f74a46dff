import type { FindOptions } from '@shared/find/find-options'
import { patternOf } from '@shared/find/pattern'
import type { FieldDefinition } from '@shared/story/kind'
import { isAboveText, writtenFields } from '@shared/story/written-fields'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { putField, shownText } from '../suggestions/fields/shown-field'
import type { StorySession } from '../../story/story-session'
import { inform } from '../../ui/notices'
import { tryExpression } from './endless'
import { replacedField } from './field-matches'
import { takeAwaited, useFind, type Awaited } from './find-store'
import { goToMatch, showMatch } from './show-match'
import { isSame, placeOf, replaceInBlocks, replaceInText, searchedTexts, storyMatches, type Searched, type StoryMatch } from './story-matches'
import { wordsOfBlocks } from './words-of-blocks'
import { inFigures } from '@shared/figures'

/** Finds and replaces in one story: its headline, its summary, its text and footnotes, what is said in captions and cards, and the text fields of its kind. */
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
  const fields = (): readonly FieldDefinition[] => writtenFields(session.kind.fields)
  const textOf = ({ id }: Pick<FieldDefinition, 'id'>): string => shownText(session, { id, type: 'text' })

  const searched = (): Searched => ({ fields: fields().map((field) => ({ id: field.id, text: textOf(field) })), doc: editor.state.doc })
  /** The last texts on which the last expression was seen to come to an end. */
  let tried: { readonly options: FindOptions; readonly doc: Node; readonly fields: string } | null = null

  /** Hands over the matches as the story is now: at once, or for an expression that was not tried on it yet, after that. */
  function withMatches(work: (matches: readonly StoryMatch[]) => void): void {
    const { options } = useFind.getState()
    const story = searched()
    const own = { options, doc: story.doc, fields: JSON.stringify(story.fields) }
    const pattern = options.regexp ? patternOf(options) : null
    if (pattern?.kind !== 'pattern' || (tried?.options === options && tried.doc === own.doc && tried.fields === own.fields)) {
      useFind.setState({ endless: false })
      return work(storyMatches(story, options))
    }
    void tryExpression(pattern, searchedTexts(story)).then((verdict) => {
      // Something else is searched, or the story was closed.
      if (verdict === 'dropped' || editor.isDestroyed || useFind.getState().options !== options) return
      if (verdict === 'endless') return useFind.setState({ endless: true, matches: [], current: -1 })
      tried = own
      withMatches(work)
    })
  }

  function look(from?: number): void {
    withMatches((matches) => {
      const wanted = takeAwaited(session.id)
      if (wanted !== null) {
        const there = asIndexed(matches, wanted.in)
        const meant = there[Math.min(wanted.place, there.length - 1)]
        useFind.setState({ matches, current: meant === undefined ? Math.min(0, matches.length - 1) : matches.indexOf(meant) })
        return show()
      }
      const { current } = useFind.getState()
      if (from === undefined) return useFind.setState({ matches, current: Math.min(current, matches.length - 1) })
      const next = matches.findIndex((match) => placeOf(match) >= from)
      useFind.setState({ matches, current: next >= 0 ? next : matches.length > 0 ? 0 : -1 })
      show()
    })
  }

  function show(): void {
    const { matches, current } = useFind.getState()
    const match = matches[current]
    if (match !== undefined) showMatch(editor, match)
  }

  function replace(chosen: readonly StoryMatch[]): void {
    const { options, replacement } = useFind.getState()
    session.asOneStep(() => {
      // Blocks first, since that moves nothing, and by themselves: of a change to words and blocks at once, suggestions could tell whole lines only.
      for (const replaceIn of [replaceInBlocks, replaceInText]) {
        const tr = replaceIn(editor.state, chosen, options, replacement)
        if (tr.docChanged) editor.view.dispatch(tr)
      }
      for (const field of fields()) {
        const stretches = chosen.flatMap((match) => (match.in === 'field' && match.field === field.id ? [match.stretch] : []))
        if (stretches.length > 0) putField(session, field, replacedField(textOf(field), stretches, options, replacement))
      }
    })
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
      if (matches.length === 0) return look(editor.state.selection.to)
      useFind.setState({ current: current < 0 ? 0 : (current + by + matches.length) % matches.length })
      show()
    },
    replaceOne() {
      const { matches, current } = useFind.getState()
      const match = matches[current]
      if (match === undefined) return
      // The text may have changed since it was found.
      withMatches((fresh) => {
        const same = fresh.find((other) => isSame(other, match))
        if (same === undefined) return look()
        const before = lengthOf(searched())
        replace([same])
        // How long it is now: groups of an expression may have come with it.
        const length = lengthOf(searched()) - before + lengthOfMatch(same)
        withMatches((left) => {
          useFind.setState({ matches: left, current: nextAfter(left, fresh.indexOf(same), (match) => liesIn(match, same, length)) })
          show()
        })
      })
    },
    replaceAll() {
      withMatches((matches) => {
        if (matches.length === 0) return
        replace(matches)
        look()
        inform(matches.length === 1 ? 'One match was replaced.' : `${inFigures(matches.length)} matches were replaced.`)
      })
    },
    close() {
      const { matches, current } = useFind.getState()
      useFind.setState({ open: false, matches: [], current: -1, endless: false })
      goToMatch(editor, matches[current])
    },
  }
}

/** The matches of one part of what the desk's index holds of a story, in its order: to the text belong the words of its blocks, and then the fields of the form. */
function asIndexed(matches: readonly StoryMatch[], part: Awaited['in']): StoryMatch[] {
  if (part !== 'body') return matches.filter((match) => match.in === 'field' && match.field === part)
  const isOfForm = (match: StoryMatch): boolean => match.in === 'field' && !isAboveText(match.field)
  return [...matches.filter((match) => match.in === 'body'), ...matches.filter((match) => match.in === 'block'), ...matches.filter(isOfForm)]
}

/** The first match behind the one that was replaced, which was at this place among all; the very first one when it was the last. What is found in the replacement is not meant. */
function nextAfter(left: readonly StoryMatch[], place: number, isInReplacement: (match: StoryMatch) => boolean): number {
  if (left.length === 0) return -1
  let next = place
  for (let match = left[next]; match !== undefined && isInReplacement(match); match = left[next]) next += 1
  return next % left.length
}

const lengthOfMatch = (match: StoryMatch): number => (match.in === 'body' ? match.match.to - match.match.from : match.stretch.to - match.stretch.from)
const lengthOf = ({ fields, doc }: Searched): number => doc.content.size + [...fields, ...wordsOfBlocks(doc)].reduce((sum, { text }) => sum + text.length, 0)

/** Whether a match lies in what took the place of another one. */
function liesIn(match: StoryMatch, replaced: StoryMatch, length: number): boolean {
  if (replaced.in === 'body') return match.in === 'body' && match.match.from < replaced.match.from + length
  if (match.in === 'body' || match.stretch.from >= replaced.stretch.from + length) return false
  if (match.in === 'field') return replaced.in === 'field' && match.field === replaced.field
  return replaced.in === 'block' && match.at === replaced.at && match.name === replaced.name
}

const finders = new WeakMap<StorySession, Finder>()

export function finderOf(session: StorySession, editor: Editor): Finder {
  const known = finders.get(session) ?? createFinder(session, editor)
  finders.set(session, known)
  return known
}
