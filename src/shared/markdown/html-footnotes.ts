import type { FootnoteDefinition, FootnoteReference, Html, List, ListItem, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { escapeHtml } from '../html/escape'
import type { Wording } from '../reader/wording'

/**
 * Footnotes for parsers of Markdown that know none: calls and notes that lead to each other, as elements of HTML around Markdown.
 * The ids are those of the page’s HTML, which no heading takes.
 */

const opening = '<section class="footnotes" role="doc-endnotes">'
const closing = '</section>'
const callTag = /^<a href="#fn-(\d+)" id="fnref-\1" role="doc-noteref">$/
const noteTag = /^<a id="fn-(\d+)">$/
const backTag = /^<a href="#fnref-\d+" role="doc-backlink"[^<>]*>$/

export function footnoteCall(number: number): string {
  return `<sup><a href="#fn-${number}" id="fnref-${number}" role="doc-noteref">${number}</a></sup>`
}

/**
 * All notes of a text, in their order, as the block that ends it.
 * @param wording The story’s language, in which the way back is named; null when it is not to be.
 */
export function footnoteSection(notes: readonly string[], wording: Wording | null): string {
  const label = wording === null ? '' : ` aria-label="${escapeHtml(wording.backToText)}"`
  const items = notes.map((note, index) => `${index + 1}. <a id="fn-${index + 1}"></a>${note} <a href="#fnref-${index + 1}" role="doc-backlink"${label}>↩</a>`)
  return `${opening}\n\n${items.join('\n')}\n\n${closing}`
}

/** The tree with such footnotes as if they stood there in GFM’s form; a tree without them as it is. */
export function withFootnotes(tree: Root): Root {
  const start = tree.children.findIndex((node) => isHtml(node, opening))
  const [list, end] = tree.children.slice(start + 1)
  if (start === -1 || list?.type !== 'list' || !isHtml(end, closing)) return tree
  const body = tree.children.toSpliced(start, 3)
  for (const node of body) callsIn(node)
  return { ...tree, children: [...body, ...definitionsOf(list)] }
}

const isHtml = (node: Nodes | undefined, value: string): node is Html => node?.type === 'html' && node.value.trim() === value

function definitionsOf({ children }: List): FootnoteDefinition[] {
  return children.flatMap((item) => definitionOf(item) ?? [])
}

function definitionOf({ children: [first] }: ListItem): FootnoteDefinition | undefined {
  if (first?.type !== 'paragraph') return undefined
  const [tag, endTag, ...words] = first.children
  const [back, arrow, backEnd] = words.splice(-3)
  const identifier = tag?.type === 'html' ? noteTag.exec(tag.value)?.[1] : undefined
  if (identifier === undefined || !isHtml(endTag, '</a>') || back?.type !== 'html' || !backTag.test(back.value) || arrow?.type !== 'text' || !isHtml(backEnd, '</a>')) return undefined
  return { type: 'footnoteDefinition', identifier, children: [{ ...first, children: withoutLastSpace(words) }] }
}

/** The space before the way back. */
function withoutLastSpace(words: readonly PhrasingContent[]): PhrasingContent[] {
  const last = words.at(-1)
  return last?.type === 'text' ? [...words.slice(0, -1), { ...last, value: last.value.replace(/ $/, '') }] : [...words]
}

/** Puts GFM’s calls in the place of ours, everywhere under a node. */
function callsIn(node: RootContent): void {
  const waiting: Nodes[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!('children' in next)) continue
    const children: Nodes[] = next.children
    for (let at = 0; at + 4 < children.length; at += 1) {
      const call = callAt(children, at)
      if (call !== undefined) children.splice(at, 5, call)
    }
    waiting.push(...children)
  }
}

/** The call that five nodes in a row make up. */
function callAt(nodes: readonly Nodes[], at: number): FootnoteReference | undefined {
  const [sup, tag, number, end, supEnd] = nodes.slice(at, at + 5)
  if (!isHtml(sup, '<sup>') || tag?.type !== 'html' || number?.type !== 'text' || !isHtml(end, '</a>') || !isHtml(supEnd, '</sup>')) return undefined
  const identifier = callTag.exec(tag.value)?.[1]
  return identifier === undefined ? undefined : { type: 'footnoteReference', identifier }
}
