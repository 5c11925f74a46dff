import type { DocumentNode } from '../../shared/story/revision'
import { plainText } from '../../shared/story/text'
import { readCrossPost } from './guess/cross-post'

/**
 * The body of a cross-post without the paragraphs that only say where it comes from and that it is no endorsement: those
 * are fields, which every page shows. `link` is where such a paragraph leads.
 */
export function withoutCrossPostNote(body: DocumentNode): { readonly body: DocumentNode; readonly link: string } {
  const blocks = body.content ?? []
  const notes = blocks.filter((block) => block.type === 'paragraph' && readCrossPost(plainText({ type: 'doc', content: [block] })) !== null)
  const link = notes.map(firstLink).find((address) => address !== '') ?? ''
  const spent = notes.filter((block) => readCrossPost(plainText({ type: 'doc', content: [block] }))?.rest === '')
  const content = blocks.filter((block) => !spent.includes(block))
  return { body: content.length === 0 ? { type: 'doc', content: [{ type: 'paragraph' }] } : { ...body, content }, link }
}

function firstLink(node: DocumentNode): string {
  const mark = node.marks?.find(({ type }) => type === 'link')
  const href = mark?.attrs?.['href']
  if (typeof href === 'string' && /^https?:/.test(href)) return href
  return (node.content ?? []).map(firstLink).find((address) => address !== '') ?? ''
}
