import { textOfAttribute } from '../document/attributes'
import { collapseSpace, withoutOuterBreaks } from '../document/inline-space'
import { isSafeLinkAddress } from '../document/link-address'
import type { DocumentMark, DocumentNode } from '../story/revision'

/** The marks that white space at their edges does not have. */
const edged = ['bold', 'italic', 'strike']

/** The order of the schema's marks. */
const rank = ['link', 'bold', 'code', 'italic', 'strike']

/**
 * Inline content as Markdown can say it: white space as readers see it, none of it (and no line break) at the edges of
 * bold, italic and struck words, no line break at either end, and breaks with no mark but a link's; links only to safe
 * addresses. Neighbours that look the same are one.
 * @param breaks Whether lines can be broken here; a break is a space otherwise, as in a heading.
 */
export function inlineForm(content: readonly DocumentNode[], breaks: boolean): DocumentNode[] {
  const first = content[0]
  // What most paragraphs are: one run of plain words.
  if (content.length === 1 && first?.type === 'text' && (first.marks ?? []).length === 0 && first.text !== undefined && !/[\0\t\n\r\f]| {2}|^ | $/.test(first.text)) return [plainWords(first.text)]
  const known = content.flatMap((node) => inlineNode(node, breaks))
  let form = withoutOuterBreaks(collapseSpace(known))
  for (const mark of edged) if (form.some((node) => has(node, mark) && /^\s|\s$/.test(node.text ?? ''))) form = withBareEdges(form, mark)
  return joined(form)
}

const plainWords = (text: string): DocumentNode => ({ type: 'text', text })

function inlineNode(node: DocumentNode, breaks: boolean): DocumentNode[] {
  const marks = marksOf(node)
  switch (node.type) {
    case 'text': {
      const text = (node.text ?? '').replaceAll('\0', '\ufffd')
      return text === '' ? [] : [withMarks({ type: 'text', text }, marks)]
    }
    case 'hardBreak':
      return [breaks ? withMarks({ type: 'hardBreak' }, marks.filter(({ type }) => type === 'link')) : withMarks({ type: 'text', text: ' ' }, marks)]
    case 'footnote': {
      const words = inlineForm(node.content ?? [], false)
      return words.length === 0 ? [] : [withMarks({ type: 'footnote', content: words }, marks.filter(({ type }) => type !== 'link' && type !== 'code'))]
    }
    default:
      return []
  }
}

const noMarks: readonly DocumentMark[] = []

function marksOf({ marks = noMarks }: DocumentNode): readonly DocumentMark[] {
  if (marks.length === 0) return noMarks
  const known = marks.filter((mark) => rank.includes(mark.type) && (mark.type !== 'link' || isSafeLinkAddress(textOfAttribute(mark, 'href'))))
  if (known.some(({ type }) => type === 'code')) return [{ type: 'code' }]
  return known.map((mark) => (mark.type === 'link' ? linkForm(mark) : { type: mark.type })).sort((a, b) => rank.indexOf(a.type) - rank.indexOf(b.type))
}

function linkForm(mark: DocumentMark): DocumentMark {
  const text = (name: string): string => textOfAttribute(mark, name).replaceAll('\0', '\ufffd')
  return { type: 'link', attrs: { href: text('href'), target: null, rel: null, class: null, title: text('title') || null } }
}

function withMarks(node: DocumentNode, marks: readonly DocumentMark[]): DocumentNode {
  if (marks.length > 0) return { ...node, marks }
  if (node.marks === undefined) return node
  const { marks: _former, ...bare } = node
  return bare
}

const has = (node: DocumentNode | undefined, mark: string): boolean => node?.marks?.some(({ type }) => type === mark) ?? false

/** Takes a mark away from the white space at both ends of each run of nodes that have it. */
function withBareEdges(nodes: readonly DocumentNode[], mark: string): DocumentNode[] {
  const result: DocumentNode[] = []
  for (let at = 0; at < nodes.length; ) {
    const start = at
    while (has(nodes[at], mark)) at += 1
    if (at > start) result.push(...bareEnd(bareStart(nodes.slice(start, at), mark), mark))
    else result.push(...nodes.slice(at, (at += 1)))
  }
  return result
}

function bareStart(run: readonly DocumentNode[], mark: string): DocumentNode[] {
  const [first, ...rest] = run
  if (first === undefined || !has(first, mark)) return [...run]
  const space = first.type === 'text' ? (/^\s+/.exec(first.text ?? '')?.[0] ?? '') : ''
  if (space === first.text) return [without(first, mark), ...bareStart(rest, mark)]
  return space === '' ? [...run] : [without({ ...first, text: space }, mark), { ...first, text: first.text?.slice(space.length) }, ...rest]
}

function bareEnd(run: readonly DocumentNode[], mark: string): DocumentNode[] {
  const last = run.at(-1)
  const before = run.slice(0, -1)
  if (last === undefined || !has(last, mark)) return [...run]
  const space = last.type === 'text' ? (/\s+$/.exec(last.text ?? '')?.[0] ?? '') : ''
  if (space === last.text) return [...bareEnd(before, mark), without(last, mark)]
  return space === '' ? [...run] : [...before, { ...last, text: last.text?.slice(0, -space.length) }, without({ ...last, text: space }, mark)]
}

function without(node: DocumentNode, mark: string): DocumentNode {
  return withMarks(node, (node.marks ?? []).filter(({ type }) => type !== mark))
}

/** Neighbouring texts with the same marks as one. */
function joined(nodes: readonly DocumentNode[]): DocumentNode[] {
  const result: DocumentNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text' && sameMarks(node, last)) result[result.length - 1] = { ...last, text: `${last.text}${node.text}` }
    else result.push(node)
  }
  return result
}

function sameMarks(a: DocumentNode, b: DocumentNode): boolean {
  const [some = [], others = []] = [a.marks, b.marks]
  return some.length === others.length && some.every((mark, index) => mark.type === others[index]?.type && sameLink(mark, others[index]))
}

function sameLink(a: DocumentMark, b: DocumentMark | undefined): boolean {
  return a.attrs?.['href'] === b?.attrs?.['href'] && a.attrs?.['title'] === b?.attrs?.['title']
}
