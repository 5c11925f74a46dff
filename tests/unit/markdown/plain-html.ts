import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/**
 * HTML in a form in which two pages are the same when readers see the same: text in runs with the set of their marks
 * (which of two marks around the same words stands outside is no difference), list items with a paragraph or without,
 * single spaces. Headings are on our levels.
 */
export function plainHtml(html: string): unknown[] {
  const root = fromHtml(html, { fragment: true })
  return blocksOf(root.children, { shift: html.includes('<h1>') ? 1 : 0 })
}

interface Page {
  readonly shift: number
}

interface Run {
  readonly marks: readonly string[]
  text: string
}

const isElement = (node: Nodes | undefined, ...names: string[]): node is Element => node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))
const blockNames = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'blockquote', 'pre', 'hr', 'table', 'div', 'section']

function blocksOf(nodes: readonly Nodes[], page: Page): unknown[] {
  const blocks: unknown[] = []
  let line: Nodes[] = []
  const endLine = (): void => {
    const runs = runsOf(line)
    line = []
    if (runs.length > 0) blocks.push(['p', ...runs])
  }
  for (const node of nodes) {
    if (!isElement(node, ...blockNames)) line.push(node)
    else {
      endLine()
      blocks.push(...blockOf(node, page))
    }
  }
  endLine()
  return blocks
}

function blockOf(node: Element, page: Page): unknown[] {
  const { tagName, children, properties } = node
  if (/^h[1-6]$/.test(tagName)) return [[`h${Math.min(4, Math.max(2, Number(tagName.slice(1)) + page.shift))}`, ...runsOf(children)]]
  switch (tagName) {
    case 'p':
      return blocksOf(children, page)
    case 'hr':
      return [['hr']]
    case 'pre': {
      const code = children.find((child) => isElement(child, 'code'))
      return [['pre', isElement(code) ? (code.properties['className'] ?? null) : null, textOf(node)]]
    }
    case 'ul':
    case 'ol':
      return [[tagName, properties['start'] ?? 1, ...children.filter((child) => isElement(child, 'li')).map((item) => ['li', ...blocksOf(isElement(item) ? item.children : [], page)])]]
    default:
      return [[tagName, ...blocksOf(children, page)]]
  }
}

export function textOf(node: Nodes): string {
  return node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''
}

function runsOf(nodes: readonly Nodes[]): Run[] {
  const runs: Run[] = []
  for (const node of nodes) collect(node, [], runs)
  return tidied(runs)
}

function collect(node: Nodes, marks: readonly string[], runs: Run[]): void {
  if (node.type === 'text') return add(runs, marks, marks.includes('code') ? node.value : node.value.replace(/[ \t\n\r]+/g, ' '))
  if (!isElement(node)) return
  if (node.tagName === 'br') return add(runs, marks.filter((mark) => mark.startsWith('a ')), '\n')
  if (node.tagName === 'img') return add(runs, [...marks, `img ${String(node.properties['src'])} ${String(node.properties['alt'])} ${String(node.properties['title'] ?? '')}`], '▣')
  const mark = node.tagName === 'a' ? `a ${String(node.properties['href'])} ${String(node.properties['title'] ?? '')}` : node.tagName
  for (const child of node.children) collect(child, [...new Set([...marks, mark])].sort(), runs)
}

function add(runs: Run[], marks: readonly string[], text: string): void {
  const last = runs.at(-1)
  if (last !== undefined && last.marks.join('\0') === marks.join('\0')) last.text += text
  else if (text !== '') runs.push({ marks: [...marks], text })
}

/** Without spaces at the ends of the line and beside breaks. */
function tidied(runs: readonly Run[]): Run[] {
  const kept: Run[] = []
  let afterSpace = true
  for (const run of runs) {
    const text = run.marks.includes('code') ? run.text : run.text.replace(/ *\n */g, '\n').replace(/ {2,}/g, ' ').replace(afterSpace ? /^ / : /^(?!)/, '')
    if (text.startsWith('\n')) trimLast(kept)
    add(kept, run.marks, text)
    if (text !== '') afterSpace = /[ \n]$/.test(text)
  }
  trimLast(kept)
  return kept
}

function trimLast(runs: Run[]): void {
  const last = runs.at(-1)
  if (last === undefined || last.marks.includes('code')) return
  last.text = last.text.replace(/ $/, '')
  if (last.text === '') runs.pop()
}
