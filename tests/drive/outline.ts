import type { Locator } from '@playwright/test'

/** What a story's text holds, a line a block: '## heading', 'words', '- item' and '3. item' (moved in where lists are in lists), '> quotation', 'cell | cell', '---'. */
export function outlineOf(body: Locator): Promise<string[]> {
  return body.evaluate((root) => {
    const words = (block: Element): string => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      let text = ''
      while (walker.nextNode()) if (!walker.currentNode.parentElement?.closest('button, [contenteditable="false"]')) text += walker.currentNode.nodeValue ?? ''
      return text
    }
    const moved = (first: string, lines: readonly string[]): string[] => lines.map((line, index) => (index === 0 ? first : ' '.repeat(first.length)) + line)
    const inside = (block: Element): string[] => [...block.children].flatMap(linesOf)
    const linesOf = (block: Element): string[] => {
      const tag = block.localName
      if (/^h[1-6]$/.test(tag)) return [`${'#'.repeat(Number(tag.charAt(1)))} ${words(block)}`]
      if (tag === 'p' || tag === 'pre') return [words(block)]
      if (tag === 'hr') return ['---']
      if (tag === 'blockquote') return inside(block).map((line) => `> ${line}`)
      if (tag === 'ul' || tag === 'ol') {
        const start = Number(block.getAttribute('start') ?? 1)
        return [...block.children].flatMap((item, index) => {
          const box = item.querySelector<HTMLInputElement>(':scope > label input[type="checkbox"]')
          const sign = tag === 'ol' ? `${start + index}. ` : box === null ? '- ' : `- [${box.checked ? 'x' : ' '}] `
          return moved(sign, inside(item))
        })
      }
      if (tag === 'tr') return [[...block.children].map((cell) => inside(cell).join(' / ')).join(' | ')]
      return tag === 'label' || tag === 'figcaption' || tag === 'colgroup' ? [] : inside(block)
    }
    return inside(root)
  })
}
