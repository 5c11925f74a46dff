import type { Paragraph } from 'mdast'
import type { DocumentNode } from '../story/revision'
import { figureOf } from './read-figure'
import { flowOf } from './read-inline'
import { oneLine, plainText } from './node-text'
import { resolved, type Reader } from './text-reader'

/** A paragraph, or the image or attachment that it stands for; images among words part it. */
export function paragraphOf(node: Paragraph, reader: Reader): DocumentNode[] {
  return figureOf(node, reader) ?? attachmentOf(node, reader) ?? flowOf(node.children, reader)
}

/** A paragraph of one link to a file of the desk. */
function attachmentOf({ children }: Paragraph, reader: Reader): DocumentNode[] | undefined {
  const [link] = children
  const target = children.length === 1 ? resolved(link, 'link', reader) : undefined
  const asset = target && reader.asset(target.url)
  if (link === undefined || target === undefined || asset === undefined || asset === null) return undefined
  const words = oneLine(plainText(link))
  return [{ type: 'attachment', attrs: target.title === null || target.title === words ? { asset, name: words, label: '' } : { asset, name: target.title, label: words } }]
}
