import { endorsementNoteOf } from '../../shared/reader/endorsement-note'
import { KindId } from '../../shared/story/ids'
import type { FieldValues } from '../../shared/story/kind'
import type { DocumentNode } from '../../shared/story/revision'
import { plainText } from '../../shared/story/text'
import { readCrossPost } from './guess/cross-post'
import type { ImportedEntry } from './imported-entry'

/**
 * The body of a cross-post without what every page of it says by itself: where it comes from, and the note that is made of
 * that. A note in words of its own stays, or opens the text when the source says it elsewhere: nobody knows what was agreed.
 */
export function crossPostBody(body: DocumentNode, { summary, given }: Pick<ImportedEntry, 'summary' | 'given'>, fields: FieldValues): DocumentNode {
  const made = endorsementNoteOf({ id: KindId.parse('cross-post') }, fields)?.words ?? ''
  const blocks = (body.content ?? []).flatMap((block) => withoutOrigin(block, made))
  const text = line(plainText({ type: 'doc', content: blocks }))
  const written = given.fields['endorsementNote']
  const elsewhere = [typeof written === 'string' ? line(written) : '', line(readCrossPost(summary)?.note ?? '')]
  const notes = [...new Set(elsewhere)].filter((note) => note !== '' && note !== line(made) && !text.includes(note))
  const content = [...notes.map((note): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text: note }] })), ...blocks]
  return { ...body, content: content.length === 0 ? [{ type: 'paragraph' }] : content }
}

/** Where a paragraph leads that says where the text comes from; empty when there is none. */
export function originLink(body: DocumentNode): string {
  const notes = (body.content ?? []).filter((block) => block.type === 'paragraph' && readCrossPost(wordsOf(block)) !== null)
  return notes.map(firstLink).find((address) => address !== '') ?? ''
}

/** A paragraph that only says where the text comes from, without that; nothing when there was nothing else in it. */
function withoutOrigin(block: DocumentNode, made: string): DocumentNode[] {
  if (block.type !== 'paragraph') return [block]
  const words = wordsOf(block)
  if (line(words) === line(made)) return []
  const said = readCrossPost(words)
  if (said === null || said.rest !== '') return [block]
  if (said.note === '' || line(said.note) === line(made)) return []
  // What stands before the note is the origin; where the note comes first, the paragraph stays as it is.
  const start = words.indexOf(said.note)
  return start <= 0 ? [block] : [{ ...block, content: from(block.content ?? [], start) }]
}

/** The inline content from a place on, counted as in its plain text. */
function from(content: readonly DocumentNode[], start: number): DocumentNode[] {
  let at = 0
  return content.flatMap((node) => {
    const text = wordsOf({ type: 'paragraph', content: [node] })
    const cut = Math.max(0, start - at)
    at += text.length
    if (cut === 0) return [node]
    return cut >= text.length || node.type !== 'text' ? [] : [{ ...node, text: text.slice(cut) }]
  })
}

const wordsOf = (block: DocumentNode): string => plainText({ type: 'doc', content: [block] })
const line = (text: string): string => text.replace(/\s+/g, ' ').trim()

function firstLink(node: DocumentNode): string {
  const mark = node.marks?.find(({ type }) => type === 'link')
  const href = mark?.attrs?.['href']
  if (typeof href === 'string' && /^https?:/.test(href)) return href
  return (node.content ?? []).map(firstLink).find((address) => address !== '') ?? ''
}
