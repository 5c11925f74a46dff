import * as Y from 'yjs'
import { align } from '../redline/align'
import { pairAlike } from './pair-alike'
import { makeTextAlike } from './make-text-alike'

type Part = Y.XmlElement | Y.XmlText
type Whole = Y.XmlFragment | Y.XmlElement

/**
 * Makes a part of a document say the same as another one, to the last attribute, and touches nothing that is the same in both: comments
 * stay on their words, words stay their authors', and what somebody else writes meanwhile merges. A block that is alike is changed
 * word by word; only what has no counterpart is taken out or put in.
 */
export function makeAlike(target: Whole, wanted: Whole): void {
  if (target instanceof Y.XmlElement && wanted instanceof Y.XmlElement) makeAttributesAlike(target, wanted)
  const [before, after] = [partsOf(target), partsOf(wanted)]
  const stretches = align(before.map(keyOf), after.map(keyOf))
  let place = 0
  for (const { same, before: [b0, b1], after: [a0, a1] } of stretches) {
    if (same) place += b1 - b0
    else place = changeStretch(target, place, before.slice(b0, b1), after.slice(a0, a1))
  }
}

/** Answers the place behind what was changed. */
function changeStretch(target: Whole, start: number, before: readonly Part[], after: readonly Part[]): number {
  let place = start
  for (const [old, next] of pairAlike(before, after, isAlike, wordsOf)) {
    if (old === null) target.insert(place, [cloneOf(next)])
    else if (next === null) target.delete(place, 1)
    else change(old, next)
    if (next !== null) place += 1
  }
  return place
}

function change(old: Part, next: Part): void {
  if (old instanceof Y.XmlText && next instanceof Y.XmlText) makeTextAlike(old, next)
  else if (old instanceof Y.XmlElement && next instanceof Y.XmlElement) makeAlike(old, next)
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
function keyOf(part: Part): string {
  if (part instanceof Y.XmlText) return JSON.stringify(part.toDelta())
  const attributes = Object.entries(part.getAttributes()).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([part.nodeName, attributes, partsOf(part).map(keyOf)])
}

function wordsOf(part: Part): string {
  if (part instanceof Y.XmlElement) return partsOf(part).map(wordsOf).join(' ')
  const delta: readonly { readonly insert?: unknown }[] = part.toDelta()
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
}
