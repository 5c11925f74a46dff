import { storyBody } from '@shared/story/story-doc'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, type Selection } from '@tiptap/pm/state'
import { CellSelection } from '@tiptap/pm/tables'
import type * as Y from 'yjs'
import type { StorySession } from '../../story/story-session'
import { BlockSelection } from '../blocks/block-selection'
import { elementAt, placeOfElement } from './block-elements'
import { isFromOthers } from './from-elsewhere'

/** What is selected as wholes, so that it can be selected again in a text which others wrote in. */
interface Held {
  readonly elements: readonly Y.XmlElement[]
  /** @param places Where each element is now; null for those that are gone. */
  readonly again: (doc: Node, places: readonly (number | null)[]) => Selection | null
}

/**
 * Blocks and cells that are selected stay so when the work of others comes in, as long as they are there. The text is put anew then, and
 * y-tiptap brings back cursors, stretches of words and single cards only.
 */
export const keptSelection = (session: StorySession): Extension =>
  Extension.create({
    name: 'keptSelection',
    addProseMirrorPlugins() {
      const body = storyBody(session.doc)
      let held: Held | null = null
      return [
        new Plugin({
          view(view) {
            const hold = (): void => {
              held = heldOf(body, view.state.doc, view.state.selection)
            }
            const letGo = (): void => {
              held = null
            }
            session.doc.on('beforeAllTransactions', hold)
            session.doc.on('afterAllTransactions', letGo)
            return {
              destroy() {
                session.doc.off('beforeAllTransactions', hold)
                session.doc.off('afterAllTransactions', letGo)
              },
            }
          },
          appendTransaction(transactions, _before, { doc, tr }) {
            if (held === null || !transactions.some(isFromOthers)) return null
            const selection = held.again(doc, held.elements.map((element) => placeOfElement(body, doc, element)))
            return selection && tr.setSelection(selection)
          },
        }),
      ]
    },
  })

function heldOf(body: Y.XmlFragment, doc: Node, selection: Selection): Held | null {
  if (selection instanceof CellSelection) return heldAt(body, doc, [selection.$anchorCell.pos, selection.$headCell.pos], cellsAgain)
  if (!(selection instanceof BlockSelection)) return null
  const places: number[] = []
  doc.nodesBetween(selection.from, selection.to, (_node, position, parent) => {
    if (parent !== selection.$from.parent) return true
    places.push(position)
    return false
  })
  const isForward = selection.anchor <= selection.head
  return heldAt(body, doc, places, (after, now) => blocksAgain(after, now, isForward))
}

function heldAt(body: Y.XmlFragment, doc: Node, places: readonly number[], again: Held['again']): Held | null {
  const elements = places.flatMap((place) => elementAt(body, doc, place) ?? [])
  return elements.length < places.length ? null : { elements, again }
}

/** Those blocks that are left, with what others put between them; null when they have come apart. */
function blocksAgain(doc: Node, places: readonly (number | null)[], isForward: boolean): BlockSelection | null {
  const [first, ...others] = places.filter((place) => place !== null).map((place) => doc.resolve(place))
  if (first === undefined || others.some((other) => !other.sameParent(first))) return null
  const indexes = [first, ...others].map(($place) => $place.index())
  const [from, to] = [Math.min(...indexes), Math.max(...indexes)]
  return isForward ? BlockSelection.over(doc, first.start(), from, to) : BlockSelection.over(doc, first.start(), to, from)
}

function cellsAgain(doc: Node, [anchor = null, head = null]: readonly (number | null)[]): CellSelection | null {
  if (anchor === null || head === null) return null
  const [$anchor, $head] = [doc.resolve(anchor), doc.resolve(head)]
  return $anchor.node(-1) === $head.node(-1) ? new CellSelection($anchor, $head) : null
}
