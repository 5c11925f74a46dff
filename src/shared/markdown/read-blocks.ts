import type { Blockquote, Heading, PhrasingContent, RootContent } from 'mdast'
import type { DocumentNode } from '../story/revision'
import { inlineOf } from './one-line'
import { boxAt, readAlert, readBox, type BoxReader } from './read-box'
import { htmlBlocks } from './read-html'
import { flowOf } from './read-inline'
import { listsOf } from './read-list'
import { paragraphOf } from './read-paragraph'
import { tableOf } from './read-table'
import { resolved, type Reader } from './text-reader'

/** The blocks of the document that some nodes stand for. */
export function blocksOf(nodes: readonly RootContent[], reader: Reader): DocumentNode[] {
  const blocks: DocumentNode[] = []
  for (let at = 0; at < nodes.length; ) {
    const box = boxAt(nodes, at)
    const node = nodes[at]
    blocks.push(...(box !== undefined ? readBox(box, boxReader(reader)) : node === undefined ? [] : blockOf(node, reader)))
    at = box?.end ?? at + 1
  }
  return blocks
}

function boxReader(reader: Reader): BoxReader {
  return {
    blocks: (nodes) => blocksOf(nodes, reader),
    words: ({ children }) => flowOf(children, reader),
    linkTo: (node) => {
      const link = resolved(node, 'link', reader)
      return link && { url: link.url, href: reader.story(link.url) ?? link.url }
    },
  }
}

function blockOf(node: RootContent, reader: Reader): DocumentNode[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphOf(node, reader)
    case 'heading': {
      const blocks = flowOf(headingWords(node, reader), reader)
      const level = Math.min(4, Math.max(2, node.depth + reader.headingShift))
      const content = inlineOf(blocks.filter(({ type }) => type === 'paragraph'))
      return [{ type: 'heading', attrs: { level }, content }, ...blocks.filter(({ type }) => type !== 'paragraph')]
    }
    case 'blockquote':
      return readAlert(node, (paragraph) => reader.text.startsWith('[!', paragraph.position?.start.offset ?? 0), boxReader(reader)) ?? quotationOf(node, reader)
    case 'list':
      return listsOf(node, reader)
    case 'code':
      return [{ type: 'codeBlock', attrs: { language: node.lang ?? null }, content: node.value === '' ? [] : [{ type: 'text', text: node.value }] }]
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }]
    case 'table':
      return tableOf(node, reader)
    case 'html':
      return htmlBlocks(node.value, reader)
    default:
      return []
  }
}

function quotationOf({ children }: Blockquote, reader: Reader): DocumentNode[] {
  return [{ type: 'blockquote', content: blocksOf(children, reader) }]
}

/** A heading's words without the id (and the classes) that may stand behind them in braces. */
function headingWords({ children, position }: Heading, { text }: Reader): readonly PhrasingContent[] {
  const last = children.at(-1)
  const line = text.slice(position?.start.offset, position?.end.offset)
  if (last?.type !== 'text' || !/[^\\]\{[#.][^{}]*\}[ \t]*#*$/.test(line)) return children
  return [...children.slice(0, -1), { ...last, value: last.value.replace(/\s*\{[#.][^{}]*\}$/, '') }]
}
