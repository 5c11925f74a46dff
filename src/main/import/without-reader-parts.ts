import { readerParts } from '../../shared/reader/reader-parts'
import type { FieldValues, Kind } from '../../shared/story/kind'
import type { DocumentNode } from '../../shared/story/revision'
import { plainText } from '../../shared/story/text'

/**
 * A body without what its kind adds to it for readers: the line of origin and the note of a cross-post, a press release's
 * dateline, the link to an article, the download of a report. A page that was exported or published from a desk has them in
 * its text; on a desk they are fields, and would else stand there twice.
 */
export function withoutReaderParts(body: DocumentNode, kind: Kind, fields: FieldValues): DocumentNode {
  const { before, after } = readerParts({ fields, body: { type: 'doc' } }, kind)
  const blocks = [...(body.content ?? [])]
  for (const part of before) if (isSame(blocks[0], part)) blocks.shift()
  for (const part of after.toReversed()) if (isSame(blocks.at(-1), part)) blocks.pop()
  const content = withoutDateline(blocks, fields['dateline'])
  return { ...body, content: content.length === 0 ? [{ type: 'paragraph' }] : content }
}

function isSame(block: DocumentNode | undefined, part: DocumentNode): boolean {
  if (block === undefined || block.type !== part.type) return false
  return part.type === 'attachment' ? block.attrs?.['asset'] === part.attrs?.['asset'] : wordsOf(block) === wordsOf(part)
}

const wordsOf = (block: DocumentNode): string => plainText({ type: 'doc', content: [block] }).replace(/\s+/g, ' ').trim()

/** The first paragraph without the place in bold that opens it. */
function withoutDateline(blocks: readonly DocumentNode[], dateline: unknown): readonly DocumentNode[] {
  const [first, ...rest] = blocks
  const [place, next, ...others] = first?.content ?? []
  if (first?.type !== 'paragraph' || typeof dateline !== 'string' || place?.text?.trim() !== dateline.trim() || !place.marks?.some(({ type }) => type === 'bold')) return blocks
  if (next === undefined) return rest
  const text = (next.text ?? '').replace(/^\s*[—–-]\s+/, '')
  return next.text === text ? blocks : [{ ...first, content: [...(text === '' ? [] : [{ ...next, text }]), ...others] }, ...rest]
}
