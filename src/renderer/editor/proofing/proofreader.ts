import { dismissalKey, readDismissals } from '@shared/story/dismissal'
import { readField, storyDismissals, storyText } from '@shared/story/story-doc'
import { proseFields } from '@shared/story/written-fields'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { useApp } from '../../app/app-store'
import type { StorySession } from '../../story/story-session'
import { eachTextBlock } from './block-flows'
import { followDeskLanguage, useDeskLanguage } from './desk-language'
import { ignoredIn } from './ignored-words'
import { lookAtBlock, type Looking, type Mark } from './marks'
import { noProof, proofOf, type Proof } from './proof'
import { drawMarks, marksBetween, type Redrawn } from './proof-marks'
import { sightFirst, type PlacedBlock } from './sight-first'
import { askForAnswers, onAnswers } from './verdicts'

/** Looks through a story for wrong words and for what the house style avoids, off the way of typing. */
export interface Proofreader {
  readonly state: StoreApi<Proof>
  /** What is wrong in the words as they are at this moment; nothing of lines that are not looked through yet. */
  current(): Proof
  /** Looks anew at everything: something else counts as right now. */
  again(): void
}

/** Nothing is looked at before the keys have rested so long; milliseconds. */
const restMs = 300
/** A slice of work, so that no frame is late; milliseconds. */
const sliceMs = 3
/** So many blocks are drawn at once. */
const blocksAtOnce = 6

const proofreaders = new WeakMap<StorySession, Proofreader>()

export function proofreaderOf(session: StorySession, editor: Editor): Proofreader {
  const known = proofreaders.get(session)
  if (known !== undefined) return known
  const made = createProofreader(session, editor)
  proofreaders.set(session, made)
  return made
}

function createProofreader(session: StorySession, editor: Editor): Proofreader {
  followDeskLanguage()
  const state = createStore<Proof>(() => noProof)
  /** What counts as right; another number when something else does. */
  let version = 1
  /** Blocks whose marks are drawn as they should be, under which version, and how many. */
  let drawn = new WeakMap<Node, { readonly version: number; readonly marks: number }>()
  /** Blocks that wait for an answer. */
  let waiting = new WeakSet<Node>()
  let changedAt = 0
  let typing = false
  let held: Node | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle: number | undefined

  function looking(): Looking {
    const language = readField(session.doc, { id: 'language', type: 'language' })
    return { language: typeof language === 'string' ? language : '', spelling: useApp.getState().preferences?.spelling !== false, ignored: ignoredIn(session.id) }
  }

  function soon(): void {
    changedAt = performance.now()
    timer ??= setTimeout(wait, restMs)
  }

  function wait(): void {
    const left = restMs - (performance.now() - changedAt)
    timer = left > 1 ? setTimeout(wait, left) : undefined
    if (timer === undefined) work()
  }

  function work(): void {
    idle ??= requestIdleCallback(slice, { timeout: 1000 })
  }

  /** The word that is being written is not judged yet. */
  function isBeingWritten({ from, to }: Mark): boolean {
    const { selection } = editor.state
    return typing && editor.isFocused && selection.empty && from <= selection.head && selection.head <= to
  }

  function slice(deadline: IdleDeadline): void {
    idle = undefined
    if (editor.isDestroyed) return
    if (editor.view.composing) return soon()
    const until = performance.now() + Math.max(sliceMs, Math.min(deadline.timeRemaining() - 2, 2 * sliceMs))
    const now = looking()
    const redrawn: Redrawn[] = []
    let unfinished = false
    const marksShown = useApp.getState().preferences?.styleMarks !== false
    const { dismissed } = state.getState()
    const draw = (block: Node, start: number): void => {
      const found = lookAtBlock(block, now, version)
      if (!found.whole) waiting.add(block)
      if (!found.spelled) return
      const all = [...found.mistakes, ...(marksShown ? found.notes.filter((note) => note.kind !== 'sentence' && !dismissed.has(dismissalKey(note.rule, note.words))) : [])].map((mark): Mark => ({ ...mark, from: mark.from + start, to: mark.to + start }))
      const marks = all.filter((mark) => mark.kind !== 'spelling' || !isBeingWritten(mark))
      if (marks.length < all.length) held = block
      if (marks.length > 0 || marksBetween(editor.state, start, start + block.content.size).length > 0) redrawn.push({ from: start, to: start + block.content.size, marks })
      if (found.whole) drawn.set(block, { version, marks: marks.length })
    }
    const needed = neededBlocks()
    for (const { block, start } of needed) {
      if (performance.now() > until || redrawn.length >= blocksAtOnce) {
        unfinished = true
        break
      }
      draw(block, start)
    }
    if (redrawn.length > 0) editor.view.dispatch(drawMarks(editor.state, redrawn))
    if (unfinished) return work()
    publish(now)
    void askForAnswers()
  }

  /** Blocks that are not drawn as they should be, those in sight first. */
  function neededBlocks(): readonly PlacedBlock[] {
    const needed: PlacedBlock[] = []
    eachTextBlock(editor.state.doc, (block, start) => {
      if (waiting.has(block)) return
      const known = drawn.get(block)
      const isRight = known?.version === version && (known.marks === 0 || marksBetween(editor.state, start, start + block.content.size).length === known.marks)
      if (!isRight) needed.push({ block, start })
    })
    return needed.length <= blocksAtOnce ? needed : sightFirst(editor, needed)
  }

  /** Tells panel and status bar what there is. */
  const publish = (now: Looking): void => state.setState(proofOf(session, editor.state.doc, now, version))

  function current(): Proof {
    const isPending = timer !== undefined || idle !== undefined
    if (isPending) publish(looking())
    return state.getState()
  }

  function again(): void {
    version += 1
    waiting = new WeakSet()
    state.setState({ dismissed: readDismissals(session.doc) })
    work()
  }

  const hear = ({ transaction }: { readonly transaction: Transaction }): void => {
    if (transaction.docChanged) {
      // What undo or somebody else brings is not being written.
      typing = transaction.getMeta(ySyncPluginKey) === undefined
      soon()
    } else if (transaction.selectionSet && typing) {
      typing = false
      if (held !== null) drawn.delete(held)
      held = null
      soon()
    }
  }
  editor.on('transaction', hear)
  editor.on('blur', () => {
    if (held !== null) drawn.delete(held)
    held = null
    soon()
  })
  let language = looking().language
  const heardFields = (): void => {
    const next = looking().language
    if (next === language) return soon()
    language = next
    again()
  }
  session.doc.getMap('fields').observe(heardFields)
  const heardDismissals = (): void => again()
  storyDismissals(session.doc).observe(heardDismissals)
  const followed = new Set<string>()
  const followTexts = (): void => {
    for (const { id } of proseFields(session.kind.fields)) {
      if (!followed.has(id)) storyText(session.doc, id).observe(soon)
      followed.add(id)
    }
    soon()
  }
  const stops = [
    // Another kind, or other settings of it, may have other fields.
    session.kindState.subscribe(followTexts),
    onAnswers(() => {
      waiting = new WeakSet()
      work()
    }),
    useDeskLanguage.subscribe(again),
    useApp.subscribe((next, before) => {
      if (next.preferences?.spelling !== before.preferences?.spelling || next.preferences?.styleMarks !== before.preferences?.styleMarks) again()
    }),
  ]
  session.onEnd(() => {
    for (const stop of stops) stop()
    clearTimeout(timer)
    if (idle !== undefined) cancelIdleCallback(idle)
    drawn = new WeakMap()
  })
  state.setState({ dismissed: readDismissals(session.doc) })
  followTexts()
  return { state, current, again }
}
