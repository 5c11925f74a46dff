import { describeWords, findQuote } from '@shared/comments/find-words'
import { mapBody } from '@shared/comments/body-map'
import { findBlock, findText, placeOfBlock, placeOfWords, type Body, type FoundPlace } from '@shared/comments/place-in-body'
import type { CommentPlace, Words } from '@shared/comments/comment-place'
import { positionOfEnd, positionOfStart, stretchBetween, textFlow } from '@shared/comments/text-flow'
import { readField, storyBody } from '@shared/story/story-doc'
import type { Thread } from '@shared/story/thread'
import type { Editor } from '@tiptap/core'
import type { StorySession } from '../../story/story-session'
import { marksLost, marksOf } from './comment-marks'

/** The story's body as it is now, in all the ways that a place is looked for. */
export function bodyNow(session: StorySession, editor: Editor): Body {
  session.settle()
  const { doc } = editor.state
  return { story: session.doc, doc, map: mapBody(storyBody(session.doc)), flow: textFlow(doc) }
}

/** Where a thread's words or block are in the text; null when they are not there, or when it is about something else. */
export function findThread(body: Body, { about, quote }: Thread, lastSeen: () => Words | null): FoundPlace | null {
  switch (about.in) {
    case 'text': {
      const found = findText(body, about)
      const known = found?.by === 'anchor' ? null : lastSeen()
      return known === null ? found : (findText(body, about, known) ?? found)
    }
    case 'block':
      return findBlock(body, about)
    case 'words':
      return quoted(body, quote)
    case 'field':
    case 'story':
      return null
  }
}

function quoted({ flow }: Body, quote: string): FoundPlace | null {
  const stretch = findQuote(flow, quote)
  const [from, to] = stretch === null ? [null, null] : [positionOfStart(flow, stretch.start), positionOfEnd(flow, stretch.end)]
  return from === null || to === null || from >= to ? null : { from, to, by: 'words' }
}

/** The words that a thread's mark was on before it was lost; null when it was not lost. */
export function lastWords(editor: Editor, thread: string): Words | null {
  const lost = marksLost(editor.state)
  const mark = lost === null ? undefined : marksOf(lost.set).find((one) => one.thread === thread && one.kind === 'text')
  if (lost === null || mark === undefined) return null
  const flow = textFlow(lost.doc)
  const stretch = stretchBetween(flow, mark.from, mark.to)
  return stretch === null ? null : describeWords(flow, stretch)
}

/** The place of what a mark is on now, to be noted with its thread. */
export const placeOfMark = (body: Body, { kind, from, to }: { readonly kind: 'text' | 'block'; readonly from: number; readonly to: number }): CommentPlace | null =>
  kind === 'block' ? placeOfBlock(body, from) : placeOfWords(body, from, to)

/** Whether a field still has the words that a thread is about; a comment on the whole field stays with it. */
export function fieldHas(session: StorySession, field: string, quote: string): boolean {
  const definition = session.kind.fields.find(({ id }) => id === field)
  if (definition === undefined) return false
  if (quote === '') return true
  const value = readField(session.doc, definition)
  return (typeof value === 'string' ? value : JSON.stringify(value ?? '')).replace(/\s+/g, ' ').includes(quote.replace(/\s+/g, ' ').trim())
}
