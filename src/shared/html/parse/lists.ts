import type { Element } from 'hast'
import type { DocumentNode } from '../../story/revision'
import { elementsIn, isElement, property } from '../elements'
import { blocksOf, classesOf, hasOneOf, type Marks, type Reader } from './reader'

interface Item {
  /** Null for an item that is no task. */
  readonly checked: boolean | null
  readonly blocks: DocumentNode[]
}

/** A list, or several in a row where tasks and other items take turns. */
export function listsOf(element: Element, reader: Reader, marks: Marks): DocumentNode[] {
  const items = itemsOf(element, reader, marks)
  if (items.every(({ checked }) => checked === null)) return [listOf(element, items)]
  const runs: Item[][] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (last !== undefined && (last[0]?.checked === null) === (item.checked === null)) last.push(item)
    else runs.push([item])
  }
  return runs.map((run) => (run[0]?.checked === null ? listOf(element, run) : { type: 'taskList', content: run.map(({ checked, blocks }) => ({ type: 'taskItem', attrs: { checked: checked === true }, content: fromParagraph(blocks) })) }))
}

function itemsOf(element: Element, reader: Reader, marks: Marks): Item[] {
  const items: Item[] = []
  for (const child of element.children) {
    const last = items.at(-1)
    if (isElement(child, 'li')) items.push({ checked: checkedOf(child), blocks: blocksOf(child.children, reader, marks) })
    // A list right inside a list belongs to the item before it, which is how it looks.
    else if (isElement(child, 'ul', 'ol') && last !== undefined) last.blocks.push(...listsOf(child, reader, marks))
    else {
      const blocks = blocksOf([child], reader, marks)
      if (blocks.length > 0) items.push({ checked: null, blocks })
    }
  }
  return items
}

/** Whether a task is done: what its box says, or else what the editors and sites that leave the box away say; null when it is no task. */
function checkedOf(item: Element): boolean | null {
  const box = boxOf(item)
  if (box !== undefined) return box.properties['checked'] === true || box.properties['checked'] === ''
  const said = property(item, 'dataChecked')
  if (said !== '' || item.properties['dataChecked'] === true) return said !== 'false'
  const classes = classesOf(item)
  return classes.has('task') ? hasOneOf(classes, 'done') : null
}

/** The box that stands before an item's words; those of items inside of it are theirs. */
function boxOf(item: Element): Element | undefined {
  const inside = [...elementsIn(item)]
  const nested = new Set(inside.filter((element) => isElement(element, 'ul', 'ol')).flatMap((list) => [...elementsIn(list)]))
  return inside.find((element) => isElement(element, 'input') && property(element, 'type').toLowerCase() === 'checkbox' && !nested.has(element))
}

function listOf(element: Element, items: readonly Item[]): DocumentNode {
  const content = items.map(({ blocks }) => ({ type: 'listItem', content: fromParagraph(blocks) }))
  const start = Number.parseInt(property(element, 'start'), 10)
  return element.tagName === 'ol' ? { type: 'orderedList', attrs: { start: start >= 0 ? start : 1, type: null }, content } : { type: 'bulletList', content }
}

const fromParagraph = (blocks: readonly DocumentNode[]): readonly DocumentNode[] => (blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks])
