import type { FoundPlace } from '@shared/comments/place-in-body'
import type { ThreadEntry } from '@shared/ipc'
import type { Node } from '@tiptap/pm/model'
import type { StorySession } from '../../story/story-session'
import type { CommentMark, NamedBlock } from './comment-marks'
import type { MarkedBlock, PlacesOfStory, ThreadPlace } from './comment-places'
import { fieldHas } from './find-threads'

/** Far behind any position of a text. */
const behindText = 1e9

/** Where all threads of a story are, from what was found of them in the text. */
export function placesOf(session: StorySession, threads: readonly ThreadEntry[], found: ReadonlyMap<string, FoundPlace | null>): PlacesOfStory {
  return new Map(threads.map((thread) => [thread.id, placeOf(session, thread, found.get(thread.id) ?? null)]))
}

function placeOf(session: StorySession, { about, quote }: ThreadEntry, found: FoundPlace | null): ThreadPlace {
  if (about.in === 'story') return { where: 'story', rank: -behindText }
  if (about.in === 'field') {
    const index = session.kind.fields.findIndex(({ id }) => id === about.field)
    // Headline and summary stand above the text, the others beside it.
    const rank = about.field === 'headline' || about.field === 'summary' ? index - 1000 : behindText + index
    return fieldHas(session, about.field, quote) ? { where: 'field', rank } : { where: 'gone', rank: 3 * behindText }
  }
  return found === null ? { where: 'gone', rank: 3 * behindText } : { where: 'text', rank: found.from }
}

/** The blocks beside which a mark stands: the innermost ones with open threads, from the start of the text. */
export function blocksBeside(doc: Node, marks: readonly CommentMark[]): (NamedBlock & MarkedBlock)[] {
  const blocks = new Map<number, { readonly from: number; readonly to: number; readonly threads: string[] }>()
  for (const mark of marks.toSorted((a, b) => a.from - b.from)) {
    if (mark.silent) continue
    const block = blockAround(doc, mark)
    const known = blocks.get(block.from) ?? { ...block, threads: [] }
    known.threads.push(mark.thread)
    blocks.set(block.from, known)
  }
  return [...blocks.values()].map((block, index) => ({ ...block, name: String(index) }))
}

function blockAround(doc: Node, { kind, from, to }: CommentMark): { readonly from: number; readonly to: number } {
  if (kind === 'block') return { from, to }
  const $from = doc.resolve(from)
  for (let { depth } = $from; depth > 0; depth--) {
    const node = $from.node(depth)
    if (!node.isInline) return { from: $from.before(depth), to: $from.after(depth) }
  }
  return { from, to }
}
