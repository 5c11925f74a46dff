import type { LanguageNote } from '@shared/style/language-notes'
import { dismissalKey, readDismissals, type Dismissal } from '@shared/story/dismissal'
import { flowOf } from '@shared/language/flows'
import { readField, storyDismissals, storyText } from '@shared/story/story-doc'
import { noReading, sumOfReading, type ReadingCounts } from '@shared/style/readability'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { useApp } from '../../app/app-store'
import type { StorySession } from '../../story/story-session'
import { wordsOfBlocks } from '../find/words-of-blocks'
import { eachTextBlock } from './block-flows'
import { followDeskLanguage, useDeskLanguage } from './desk-language'
import { ignoredIn } from './ignored-words'
import { lastLook, lookAtBlock, lookAtFlow, type Looked, type Looking, type Mark, type Mistake } from './marks'
import { comparePlaces, type FoundPlace } from './place'
import { drawMarks, marksBetween, type Redrawn } from './proof-marks'
import { askForAnswers, onAnswers, useAvailability } from './verdicts'

/** Something found, and where. Positions are those of the field's value, of the words of the block, or of the document. */
export type Found<M extends Mark = Mark> = { readonly place: FoundPlace; readonly mark: M }

export interface Proof {
  readonly language: string
  /** Null while nothing has been asked; false where there is no dictionary for the story's language. */
  readonly available: boolean | null
  /** Whether the whole story has been looked through. */
  readonly whole: boolean
  readonly mistakes: readonly Found<Mistake>[]
  /** Without what was set aside. */
  readonly notes: readonly Found<LanguageNote>[]
  /** What was set aside, by name. */
  readonly dismissed: ReadonlyMap<string, Dismissal>
  readonly reading: ReadingCounts
}

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

const nothing: Proof = { language: '', available: null, whole: false, mistakes: [], notes: [], dismissed: new Map(), reading: noReading }
const proofreaders = new WeakMap<StorySession, Proofreader>()

export function proofreaderOf(session: StorySession, editor: Editor): Proofreader {
  const known = proofreaders.get(session)
  if (known !== undefined) return known
  const made = createProofreader(session, editor)
  proofreaders.set(session, made)
  return made
}

const proofedFields = ['headline', 'summary'] as const

function createProofreader(session: StorySession, editor: Editor): Proofreader {
  followDeskLanguage()
  const state = createStore<Proof>(() => nothing)
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
  function neededBlocks(): { readonly block: Node; readonly start: number }[] {
    const needed: { block: Node; start: number }[] = []
    eachTextBlock(editor.state.doc, (block, start) => {
      if (waiting.has(block)) return
      const known = drawn.get(block)
      const isRight = known?.version === version && (known.marks === 0 || marksBetween(editor.state, start, start + block.content.size).length === known.marks)
      if (!isRight) needed.push({ block, start })
    })
    if (needed.length <= blocksAtOnce) return needed
    const sight = inSight()
    const first = needed.findIndex(({ block, start }) => start + block.nodeSize >= sight)
    return first <= 0 ? needed : [...needed.slice(first), ...needed.slice(0, first)]
  }

  function inSight(): number {
    const scroller = editor.view.dom.closest('.story-editor__scroll')?.getBoundingClientRect()
    const own = editor.view.dom.getBoundingClientRect()
    if (scroller === undefined) return 0
    return editor.view.posAtCoords({ left: own.left + own.width / 2, top: Math.max(scroller.top + 8, own.top + 8) })?.pos ?? 0
  }

  /** Tells panel and status bar what there is. */
  function publish(now: Looking): void {
    const dismissed = readDismissals(session.doc)
    const mistakes: Found<Mistake>[] = []
    const notes: Found<LanguageNote>[] = []
    let reading = noReading
    let whole = true
    const take = (found: Looked, place: Found['place'], start: number): void => {
      for (const mistake of found.mistakes) mistakes.push({ place, mark: { ...mistake, from: mistake.from + start, to: mistake.to + start } })
      for (const note of found.notes) if (!dismissed.has(dismissalKey(note.rule, note.words))) notes.push({ place, mark: { ...note, from: note.from + start, to: note.to + start } })
      whole &&= found.whole
    }
    for (const field of proofedFields) take(lookAtFlow(flowOf([{ text: storyText(session.doc, field).toString(), language: null }]), now), { in: 'field', field }, 0)
    eachTextBlock(editor.state.doc, (block, start) => {
      const found = lastLook(block, version)
      if (found === null) whole = false
      else take(found, { in: 'body' }, start)
      reading = sumOfReading(reading, found?.reading ?? noReading)
    })
    for (const { at, name, text } of wordsOfBlocks(editor.state.doc)) take(lookAtFlow(flowOf([{ text, language: null }]), now), { in: 'block', at, name }, 0)
    const inOrder = (a: Found, b: Found): number => comparePlaces({ place: a.place, from: a.mark.from }, { place: b.place, from: b.mark.from })
    mistakes.sort(inOrder)
    notes.sort(inOrder)
    const available = now.language === '' ? false : (useAvailability.getState()[now.language] ?? null)
    state.setState({ language: now.language, available, whole, mistakes, notes, dismissed, reading })
  }

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
  for (const field of proofedFields) storyText(session.doc, field).observe(soon)
  const stops = [
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
  soon()
  return { state, current, again }
}
