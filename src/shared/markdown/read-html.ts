import { documentFromHtml } from '../html/parse-html'
import type { DocumentNode } from '../story/revision'
import type { Reader } from './text-reader'

/** The blocks of a piece of HTML, cleaned; empty paragraphs stand for nothing. */
export function htmlBlocks(html: string, reader: Reader): DocumentNode[] {
  const { body, problems } = documentFromHtml(html, { asset: reader.asset })
  reader.problems.push(...problems)
  return (body.content ?? []).filter((block) => block.type !== 'paragraph' || (block.content ?? []).length > 0)
}
