import * as Y from 'yjs'
import type { Letter } from './authorship'

/** Letters that one client wrote one after the other, as far as they stand beside each other and are still there. */
export interface LetterRun extends Letter {
  readonly text: string
}

/** The letters of a text in their order, by who wrote them. */
export function lettersOf(text: Y.Text): LetterRun[] {
  const runs: LetterRun[] = []
  // oxlint-disable-next-line no-underscore-dangle -- Yjs has no other way to its letters with who wrote them
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString) runs.push({ client: item.id.client, clock: item.id.clock, text: item.content.str })
  }
  return runs
}

/** With which letter a block was put into the body; null for one that is in no document. */
export function letterOfBlock(block: Y.XmlElement): Letter | null {
  // oxlint-disable-next-line no-underscore-dangle -- as above
  const { _item: item } = block
  return item === null ? null : { client: item.id.client, clock: item.id.clock }
}

/** With which letter a value was last set; null for one that is not there. */
export function letterOfValue(values: Y.Map<unknown>, name: string): Letter | null {
  // oxlint-disable-next-line no-underscore-dangle -- as above
  const item = values._map.get(name)
  return item === undefined || item.deleted ? null : { client: item.id.client, clock: item.id.clock }
}

/** The texts of a part of a body, in their order: of a block, of a list with all its items, or of the whole. */
export function textsIn(part: Y.XmlFragment | Y.XmlElement | Y.XmlText): Y.XmlText[] {
  if (part instanceof Y.XmlText) return [part]
  return part.toArray().flatMap((child) => (child instanceof Y.XmlHook ? [] : textsIn(child)))
}
