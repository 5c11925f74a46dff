import type { Fragment, Node } from '@tiptap/pm/model'

/** Copied content as plain text: a blank line between blocks, lists with their signs, tables with tabs, notes in brackets where they are called. */
export function plainTextOf(content: Fragment): string {
  return content.firstChild?.isInline === true ? inlineText(content) : blocksText(content, '\n\n')
}

function blocksText(content: Fragment, between: string): string {
  return content.content.map(blockText).filter((text) => text !== '').join(between)
}

function blockText(node: Node): string {
  const attribute = (name: string): string => {
    const value: unknown = node.attrs[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  switch (node.type.name) {
    case 'bulletList':
      return itemsText(node, () => '• ')
    case 'orderedList':
      return itemsText(node, (_, index) => `${Number(node.attrs['start'] ?? 1) + index}. `)
    case 'taskList':
      return itemsText(node, (item) => (item.attrs['checked'] === true ? '☑ ' : '☐ '))
    case 'table':
      return lines(attribute('caption'), node.content.content.map((row) => row.content.content.map((cell) => blocksText(cell.content, ' ').replaceAll('\n', ' ')).join('\t')).join('\n'))
    case 'pullQuote':
      return lines(inlineText(node.content), attribute('attribution') === '' ? '' : `— ${attribute('attribution')}`)
    case 'callout':
      return lines(attribute('title'), blocksText(node.content, '\n\n'))
    case 'figure':
      return lines(node.attrs['decorative'] === true || attribute('alt') === '' ? '' : `[${attribute('alt')}]`, joined(attribute('caption'), attribute('credit')))
    case 'gallery':
      return lines(blocksText(node.content, '\n'), attribute('caption'))
    case 'attachment':
      return joined(attribute('label'), attribute('name'))
    case 'button':
      return joined(attribute('label'), attribute('address'))
    case 'embed':
      return joined(attribute('title'), attribute('address'))
    case 'relatedStories':
      return lines(attribute('title'), node.content.content.map(({ attrs }) => `• ${String(attrs['headline'] ?? '')}`).join('\n'))
    case 'horizontalRule':
      return '* * *'
    default:
      return node.inlineContent ? inlineText(node.content) : blocksText(node.content, '\n\n')
  }
}

function itemsText(list: Node, sign: (item: Node, index: number) => string): string {
  return list.content.content.map((item, index) => `${sign(item, index)}${blocksText(item.content, '\n').replaceAll('\n', '\n   ')}`).join('\n')
}

function inlineText(content: Fragment): string {
  return content.content
    .map((node) => {
      if (node.isText) return node.text ?? ''
      if (node.type.name === 'hardBreak') return '\n'
      return node.type.name === 'footnote' && node.content.size > 0 ? ` [${inlineText(node.content)}]` : blockText(node)
    })
    .join('')
}

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n')
const joined = (...parts: readonly string[]): string => [...new Set(parts.filter((part) => part !== ''))].join(' – ')
