import type { Body, FoundPlace } from '@shared/comments/place-in-body'
import type { Words } from '@shared/comments/comment-place'
import type { ThreadEntry } from '@shared/ipc'
import type { Editor, EditorEvents } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { afterPause } from '../../app/after-pause'
import { ask } from '../../app/bridge'
import type { StorySession } from '../../story/story-session'
import { onSubject, subjectBeingWritten } from '../../views/review/comment-draft'
import { useCommentView } from '../../views/review/comment-view'
import { threadsNow, useThreadList } from '../../views/review/threads-store'
import { isFromElsewhere } from '../body/from-elsewhere'
import { bringIntoView } from '../find/show-in-text'
import { activateAtClick } from './click-comments'
import { drawComments, hasMarks, marksLost, marksNow, type CommentMark } from './comment-marks'
import { useCommentPlaces } from './comment-places'
import { bodyNow, findThread, lastWords, placeOfMark } from './find-threads'
import { markOf, markOfDraft } from './mark-threads'
import { blocksBeside, placesOf } from './whereabouts'
import { wordsBetween } from './words-between'

/** No key waits for comments: where they are is looked up when nothing has been typed for so long; milliseconds. */
const pauseMs = 600

/**
 * Keeps the marks of the comments where their words are: they move along while one types, and are looked up anew after an undo, after
 * others wrote, and in pauses. What was moved by hand is noted with its thread, so that others find it, too. Answers how to stop.
 */
export function followComments(session: StorySession, editor: Editor): () => void {
  const lastSeen = new Map<string, Words>()
  const threads = (): readonly ThreadEntry[] => threadsNow(session.id)
  const find = (body: Body, thread: ThreadEntry): FoundPlace | null =>
    findThread(body, thread, () => {
      const words = lastWords(editor, thread.id)
      if (words !== null) lastSeen.set(thread.id, words)
      return words ?? lastSeen.get(thread.id) ?? null
    })

  function draw(): void {
    if (editor.isDestroyed) return
    const all = threads()
    const writing = subjectBeingWritten(session.id)
    if (all.length === 0 && writing === null && !hasMarks(editor.state)) return useCommentPlaces.setState({ story: session.id, places: new Map(), blocks: [] })
    const body = bodyNow(session, editor)
    const found = new Map(all.map((thread) => [thread.id, find(body, thread)]))
    const marks = all.flatMap((thread) => markOf(thread, found.get(thread.id) ?? null))
    const blocks = blocksBeside(body.doc, marks)
    editor.view.dispatch(drawComments(editor.state, [...marks, ...markOfDraft(body, writing)], blocks))
    useCommentPlaces.setState({ story: session.id, places: placesOf(session, all, found), blocks: blocks.map(({ name, threads: on }) => ({ name, threads: on })) })
  }

  /** After somebody wrote here: what is on the screen says where the words are, whatever their anchors say. */
  function settle(): void {
    if (editor.isDestroyed || threads().length === 0) return
    const body = bodyNow(session, editor)
    const drawn = new Map(marksNow(editor.state).map((mark) => [mark.thread, mark]))
    let anew = marksLost(editor.state) !== null
    for (const thread of threads()) {
      const mark = drawn.get(thread.id)
      const found = find(body, thread)
      if (mark === undefined && found === null) continue
      anew ||= mark === undefined
      const moved = mark === undefined ? found?.by === 'words' && thread.about.in !== 'words' : found === null || !sameWords(body, mark, found)
      const place = moved ? placeOfMark(body, mark ?? { kind: thread.about.in === 'block' ? 'block' : 'text', from: found?.from ?? 0, to: found?.to ?? 0 }) : null
      if (place !== null) void ask('comment.anchor', { id: session.id, thread: thread.id, about: place })
    }
    if (anew || threads().some(({ about }) => about.in === 'field')) draw()
  }

  const settleSoon = afterPause(settle, pauseMs)
  const hear = ({ transaction }: EditorEvents['transaction']): void => {
    if (!transaction.docChanged) return
    if (isFromElsewhere(transaction)) draw()
  }
  const written = (): void => {
    if (threads().length > 0) settleSoon()
  }
  const show = (): void => {
    const active = useCommentView.getState().active
    const mark = active === null || active.by === 'text' ? undefined : marksNow(editor.state).find(({ thread }) => thread === active.thread)
    if (mark === undefined || !editor.view.dom.isConnected) return
    if (active?.by === 'quote') goTo(editor, mark)
    bringIntoView(editor, mark.from)
  }
  const stops = [
    useThreadList.subscribe(draw),
    useCommentView.subscribe((view, before) => {
      if (view.active === before.active && view.filter.state === before.filter.state) return
      draw()
      if (view.active !== before.active) show()
    }),
    onSubject(session.id, draw),
    activateAtClick(session, editor),
  ]
  editor.on('transaction', hear)
  session.doc.on('update', written)
  draw()
  show()
  return () => {
    settleSoon.cancel()
    for (const stop of stops) stop()
    editor.off('transaction', hear)
    session.doc.off('update', written)
  }
}

/** Selects what a thread is about, as one who wants to write there. */
function goTo(editor: Editor, { kind, from, to }: CommentMark): void {
  const { doc, tr } = editor.state
  const whole = kind === 'block' && doc.nodeAt(from)?.isTextblock === false
  editor.view.dispatch(tr.setSelection(whole ? NodeSelection.create(doc, from) : TextSelection.between(doc.resolve(from), doc.resolve(to))))
  editor.view.focus()
}

const sameWords = ({ flow }: Body, mark: CommentMark, found: FoundPlace): boolean => (mark.kind === 'block' ? mark.from === found.from : wordsBetween(flow, mark) === wordsBetween(flow, found))
