import { textOfAttribute } from '../document/attributes'
import { collapseSpace, withoutOuterBreaks } from '../document/inline-space'
import { isSafeLinkAddress } from '../document/link-address'
import { canonicalLanguage } from '../document/nodes/marks'
import { storyLinkAddress, storyLinkOf } from '../document/story-link'
import type { DocumentMark, DocumentNode } from '../story/revision'
import { tell, type Forming } from './forming'
import { raisedCharacters } from './raised-characters'

/** The marks that white space at their edges does not have. */
const edged = ['bold', 'italic', 'strike']

/** The order of the schema's marks. */
const rank = ['link', 'bold', 'code', 'italic', 'strike', 'underline', 'subscript', 'superscript', 'highlight', 'language']

/**
 * Inline content as Markdown can say it: white space as readers see it, none of it (and no line break) at the edges of
 * bold, italic and struck words, no line break at either end, and breaks with no mark but that of a link around them; links only to safe
 * addresses and to stories that readers have, languages that are some. Neighbours that look the same are one.
 * @param breaks Whether lines can be broken here; a break is a space otherwise, as in a heading.
 */
export function inlineForm(content: readonly DocumentNode[], breaks: boolean, forming: Forming): DocumentNode[] {
  const first = content[0]
  // What most paragraphs are: one run of plain words.
  if (content.length === 1 && first?.type === 'text' && (first.marks ?? []).length === 0 && first.text !== undefined && !/[\0\t\n\r\f]| {2}|^ | $/.test(first.text)) return [plainWords(first.text)]
  const known = content.flatMap((node) => inlineNode(node, breaks, forming))
  // kramdown takes a backtick before a space for one of the text.
  const writable = forming.dialect === 'kramdown' ? withBareEdges(known, 'code') : known
  let form = withoutLinkedEdges(withoutOuterBreaks(collapseSpace(writable)))
  for (const mark of edged) if (form.some((node) => has(node, mark) && /^\s|\s$/.test(node.text ?? ''))) form = withBareEdges(form, mark)
  return joined(form)
}

const plainWords = (text: string): DocumentNode => ({ type: 'text', text })

function inlineNode(node: DocumentNode, breaks: boolean, forming: Forming): DocumentNode[] {
  const marks = marksOf(node, forming)
  switch (node.type) {
    case 'text': {
      const text = (node.text ?? '').replaceAll('\0', '\ufffd')
      return text === '' ? [] : [forming.raised === 'unicode' ? raisedText(text, marks, forming) : withMarks({ type: 'text', text }, marks)]
    }
    case 'hardBreak':
      return [breaks ? withMarks({ type: 'hardBreak' }, marks.filter(({ type }) => type === 'link')) : withMarks({ type: 'text', text: ' ' }, marks)]
    case 'footnote': {
      const words = inlineForm(node.content ?? [], false, forming)
      return words.length === 0 ? [] : [withMarks({ type: 'footnote', content: words }, marks.filter(({ type }) => type !== 'link' && type !== 'code'))]
    }
    default:
      return []
  }
}

const noMarks: readonly DocumentMark[] = []

function marksOf(node: DocumentNode, forming: Forming): readonly DocumentMark[] {
  const { marks = noMarks } = node
  if (marks.length === 0) return noMarks
  const known = marks.filter(({ type }) => rank.includes(type)).flatMap((mark) => markForm(mark, node, forming))
  if (known.some(({ type }) => type === 'code')) return [{ type: 'code' }]
  return known.sort((a, b) => rank.indexOf(a.type) - rank.indexOf(b.type))
}

function markForm(mark: DocumentMark, node: DocumentNode, forming: Forming): DocumentMark[] {
  if (mark.type === 'link') return linkForm(mark, node, forming)
  if (mark.type !== 'language') return [{ type: mark.type }]
  const lang = canonicalLanguage(textOfAttribute(mark, 'lang'))
  return lang === null ? [] : [{ type: 'language', attrs: { lang } }]
}

function linkForm(mark: DocumentMark, { text: words = '' }: DocumentNode, forming: Forming): DocumentMark[] {
  const text = (name: string): string => textOfAttribute(mark, name).replaceAll('\0', '\ufffd')
  const href = text('href')
  if (!isSafeLinkAddress(textOfAttribute(mark, 'href'))) return []
  const story = storyLinkOf(href)
  if (story !== null && forming.addressOf(href) === null) {
    tell(forming, `A link to another story was left out, because readers do not have that story here; its words stay: ‘${words.trim()}’.`)
    return []
  }
  return [{ type: 'link', attrs: { href: story === null ? href : storyLinkAddress(story), target: null, rel: null, class: null, title: text('title') || null } }]
}

const isRaised = ({ type }: DocumentMark): boolean => type === 'superscript' || type === 'subscript'

/** Raised words in characters of their own, where there are such. */
function raisedText(text: string, marks: readonly DocumentMark[], forming: Forming): DocumentNode {
  const raised = marks.find(isRaised)
  if (raised === undefined) return withMarks({ type: 'text', text }, marks)
  const characters = raisedCharacters(text, raised.type === 'superscript' ? 'superscript' : 'subscript')
  if (characters !== null) return withMarks({ type: 'text', text: characters }, marks.filter((mark) => !isRaised(mark)))
  tell(forming, `‘${text.trim()}’ is raised or lowered by HTML, which not every site of this kind shows; it may stand on the line.`)
  return withMarks({ type: 'text', text }, marks)
}

function withMarks(node: DocumentNode, marks: readonly DocumentMark[]): DocumentNode {
  if (marks.length > 0) return { ...node, marks }
  if (node.marks === undefined) return node
  const { marks: _former, ...bare } = node
  return bare
}

const has = (node: DocumentNode | undefined, mark: string): boolean => node?.marks?.some(({ type }) => type === mark) ?? false

/** A break at the edge of a link is no part of it: nobody sees the difference, and one parser would show its backslash. */
function withoutLinkedEdges(nodes: readonly DocumentNode[]): DocumentNode[] {
  const isNoBreak = ({ type }: DocumentNode): boolean => type !== 'hardBreak'
  return nodes.map((node, index) => {
    if (isNoBreak(node) || !has(node, 'link')) return node
    const beside = [nodes.slice(0, index).findLast(isNoBreak), nodes.slice(index).find(isNoBreak)]
    return beside.every((side) => hasLinkOf(side, node)) ? node : without(node, 'link')
  })
}

function hasLinkOf(node: DocumentNode | undefined, { marks: [link] = [] }: DocumentNode): boolean {
  return link !== undefined && (node?.marks ?? []).some((mark) => mark.type === 'link' && saysSame(mark, link))
}

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
  return some.length === others.length && some.every((mark, index) => mark.type === others[index]?.type && saysSame(mark, others[index]))
}

function saysSame(a: DocumentMark, b: DocumentMark | undefined): boolean {
  return ['href', 'title', 'lang'].every((name) => a.attrs?.[name] === b?.attrs?.[name])
}
