import type { Element } from 'hast'
import type { Flow } from '../../document/flow'
import { calloutTones, type CalloutTone } from '../../document/nodes/quotes'
import { elementsIn, hasClass, isElement, lineIn, property } from '../elements'
import { areLines, blocksOf, classesOf, hasOneOf, inlineOf, plainLine, type Marks, type Reader } from './reader'

export function isPullQuote(element: Element): boolean {
  return isElement(element, 'figure', 'blockquote', 'aside', 'div', 'p') && hasOneOf(classesOf(element), 'pull-quote', 'pullquote', 'wp-block-pullquote')
}

/** A sentence that a page has lifted out of its text; false when there is more in it than words. */
export function visitPullQuote(element: Element, flow: Flow, reader: Reader, marks: Marks): boolean {
  const source = [...elementsIn(element)].findLast((part) => isElement(part, 'figcaption', 'cite', 'footer'))
  const attribution = source === undefined ? '' : plainLine(source, reader)
  const blocks = blocksOf(withoutPart(element.children, source), reader, marks).flatMap((block) => (block.type === 'blockquote' ? (block.content ?? []) : [block]))
  if (attribution === null || blocks.length === 0 || !areLines(blocks)) return false
  const own = isElement(source, 'figcaption')
  flow.block({ type: 'pullQuote', attrs: { attribution: own ? attribution : attribution.replace(/^[—–―-]\s*/, '') }, content: inlineOf(blocks, { type: 'hardBreak' }) })
  return true
}

function withoutPart(children: Element['children'], part: Element | undefined): Element['children'] {
  return children.flatMap((child) => (child === part ? [] : [isElement(child) ? { ...child, children: withoutPart(child.children, part) } : child]))
}

export function isCallout(element: Element): boolean {
  if (isElement(element, 'aside', 'details')) return true
  return isElement(element, 'div', 'section') && (property(element, 'role') === 'note' || hasOneOf(classesOf(element), 'callout', 'admonition', 'markdown-alert', 'theme-admonition'))
}

const titleClasses = ['callout-title', 'admonition-title', 'markdown-alert-title']

/** Blocks that a page sets apart; nothing when it is empty. */
export function visitCallout(element: Element, flow: Flow, reader: Reader, marks: Marks): void {
  const heading = element.children.find((child): child is Element => isElement(child, 'summary') || (isElement(child) && hasOneOf(classesOf(child), ...titleClasses)))
  const words = heading === undefined ? '' : plainLine(heading, reader)
  const title = heading === undefined || words === null || isAdded(element, heading) ? '' : words
  const content = blocksOf(words === null ? element.children : element.children.filter((child) => child !== heading), reader, marks)
  if (content.length === 0 && title === '') return
  flow.block({ type: 'callout', attrs: { tone: toneOf(element), title }, content: content.length > 0 ? content : [{ type: 'paragraph' }] })
}

/** Whether a title only says what sort of callout it is. */
function isAdded(callout: Element, title: Element): boolean {
  if (hasClass(title, 'added')) return true
  return !hasClass(title, 'callout-title') && !isElement(title, 'summary') && classesOf(callout).has(lineIn(title).toLowerCase().replace(/^(?=.)/, hasClass(callout, 'markdown-alert') ? 'markdown-alert-' : ''))
}

const otherNames: ReadonlyMap<string, CalloutTone> = new Map([
  ['info', 'note'],
  ['hint', 'tip'],
  ['success', 'tip'],
  ['caution', 'warning'],
  ['danger', 'warning'],
  ['error', 'warning'],
  ['attention', 'warning'],
])

function toneOf(element: Element): CalloutTone {
  const classes = [...classesOf(element)].map((name) => name.replace(/^(?:markdown-alert|alert|theme-admonition|callout)-/, ''))
  return calloutTones.find((tone) => classes.includes(tone)) ?? classes.map((name) => otherNames.get(name)).find((tone) => tone !== undefined) ?? 'note'
}
