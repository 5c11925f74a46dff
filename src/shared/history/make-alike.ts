import * as Y from 'yjs'
import { align } from '../redline/align'
import { pairAlike } from './pair-alike'
import { makeTextAlike } from './make-text-alike'
import { inOrder, isSuggestedPart, piecesOf, standingAttributes, standingPieces } from './standing'

type Part = Y.XmlElement | Y.XmlText
type Whole = Y.XmlFragment | Y.XmlElement

/** What becomes of suggestions that are open: those about what stands in both may stay, or all of them go. */
export type OpenSuggestions = 'stay' | 'go'

/**
 * Makes a part of a document say the same as another one, to the last attribute, and touches nothing that is the same in both: comments
 * stay on their words, words stay their authors', and what somebody else writes meanwhile merges. A block that is alike is changed
 * word by word; only what has no counterpart is taken out or put in. What is only suggested is no part of what a document says.
 */
export function makeAlike(target: Whole, wanted: Whole, open: OpenSuggestions): void {
  if (target instanceof Y.XmlElement && wanted instanceof Y.XmlElement) makeAttributesAlike(target, wanted)
  const isAside = (part: unknown): boolean => open === 'stay' && isSuggestedPart(part)
  const [before, after] = [partsOf(target).filter((part) => !isAside(part)), partsOf(wanted)]
  const walk = new Walk(target, isAside)
  for (const { same, before: [b0, b1], after: [a0, a1] } of align(before.map((part) => keyOf(part, open)), after.map((part) => keyOf(part, open)))) {
    if (same) for (let at = b0; at < b1; at++) walk.pass()
    else changeStretch(walk, before.slice(b0, b1), after.slice(a0, a1), open)
  }
}

/** A way through the parts of a document that leaves what is set aside where it is. */
class Walk {
  private place = 0

  constructor(
    private readonly whole: Whole,
    private readonly isAside: (part: unknown) => boolean,
  ) {}

  pass(): void {
    this.findNext()
    this.place += 1
  }

  remove(): void {
    this.findNext()
    this.whole.delete(this.place, 1)
  }

  insert(part: Part): void {
    this.whole.insert(this.place, [part])
    this.place += 1
  }

  private findNext(): void {
    while (this.isAside(this.whole.get(this.place))) this.place += 1
  }
}

function changeStretch(walk: Walk, before: readonly Part[], after: readonly Part[], open: OpenSuggestions): void {
  for (const [old, next] of pairAlike(before, after, isAlike, wordsOf)) {
    if (old === null) walk.insert(cloneOf(next))
    else if (next === null) walk.remove()
    else {
      change(old, next, open)
      walk.pass()
    }
  }
}

function change(old: Part, next: Part, open: OpenSuggestions): void {
  if (old instanceof Y.XmlText && next instanceof Y.XmlText) makeTextAlike(old, next)
  else if (old instanceof Y.XmlElement && next instanceof Y.XmlElement) makeAlike(old, next, open)
}

function makeAttributesAlike(target: Y.XmlElement, wanted: Y.XmlElement): void {
  const [before, after]: Record<string, unknown>[] = [target.getAttributes(), wanted.getAttributes()]
  for (const name of Object.keys(before ?? {})) if (!(name in (after ?? {}))) target.removeAttribute(name)
  // The schema has attributes of other types than the text that Yjs's own types know.
  const open: { setAttribute(name: string, value: unknown): void } = target
  for (const [name, value] of Object.entries(after ?? {})) if (JSON.stringify(before?.[name]) !== JSON.stringify(value)) open.setAttribute(name, value)
}

/** Hooks are no part of any story. */
const partsOf = (whole: Whole): Part[] => whole.toArray().filter((part): part is Part => part instanceof Y.XmlElement || part instanceof Y.XmlText)

const cloneOf = (part: Part): Part => (part instanceof Y.XmlText ? part.clone() : part.clone())

/** Whether one part can become the other. */
const isAlike = (one: Part, other: Part): boolean => (one instanceof Y.XmlText ? other instanceof Y.XmlText : other instanceof Y.XmlElement && one.nodeName === other.nodeName)

/** All that a part says, in one form. */
function keyOf(part: Part, open: OpenSuggestions): string {
  const stay = open === 'stay'
  if (part instanceof Y.XmlText) return JSON.stringify((stay ? standingPieces(part) : piecesOf(part)).map(({ text, marks }) => [text, inOrder(marks)]))
  const attributes = stay ? standingAttributes(part) : inOrder(part.getAttributes())
  const parts = partsOf(part).filter((child) => !stay || !isSuggestedPart(child)).map((child) => keyOf(child, open))
  return JSON.stringify([part.nodeName, attributes, parts.filter((key) => key !== emptyText)])
}

const emptyText = '[]'

function wordsOf(part: Part): string {
  if (part instanceof Y.XmlElement) return partsOf(part).map(wordsOf).join(' ')
  return piecesOf(part).map(({ text }) => text).join('')
}
