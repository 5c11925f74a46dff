import { Extension, type Editor } from '@tiptap/core'
import type { Fragment, Node, Slice } from '@tiptap/pm/model'
import { NodeSelection, Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { addFile, isPicture } from '../files/add-file'
import { insertBlock } from './insert-block'

/** Puts pictures into the desk, one after the other; what can't be taken is named in a message. */
async function figuresOf({ schema }: Editor, files: readonly File[]): Promise<Node[]> {
  const figures: Node[] = []
  for (const file of files) {
    const added = await addFile(file)
    const figure = added && isPicture(added) ? schema.nodes['figure']?.create({ asset: added.hash, ...added.words }) : undefined
    if (figure) figures.push(figure)
  }
  return figures
}

/** Puts pictures into the text as a gallery; a single one as what it is. */
export async function insertGallery(editor: Editor, files: readonly File[]): Promise<void> {
  const figures = await figuresOf(editor, files)
  const [first] = figures
  if (first === undefined || editor.isDestroyed) return
  const gallery = editor.schema.nodes['gallery']?.create(null, figures)
  insertBlock(editor, editor.state.selection.to, figures.length === 1 || gallery === undefined ? first : gallery)
  editor.view.focus()
}

/** Adds pictures at the end of the gallery at a place; a figure there becomes a gallery with them. */
export async function addToGallery(editor: Editor, position: number, files: readonly File[]): Promise<void> {
  const before = editor.state.doc.nodeAt(position)
  const figures = await figuresOf(editor, files)
  const node = editor.isDestroyed ? null : editor.state.doc.nodeAt(position)
  if (node === null || node.type !== before?.type || figures.length === 0) return
  const { tr, schema } = editor.state
  if (node.type.name === 'gallery') tr.insert(position + node.nodeSize - 1, figures)
  else {
    const gallery = schema.nodes['gallery']?.create(null, [node.type.create({ ...node.attrs, width: 'text', align: 'center' }), ...figures])
    if (gallery) tr.replaceWith(position, position + node.nodeSize, gallery)
  }
  editor.view.dispatch(tr)
}

/** Takes a picture away. A gallery of which one picture is left becomes that picture, with the gallery's caption if it has none. */
export function removePicture(editor: Editor, position: number): void {
  const tr = withoutPicture(editor.state, position)
  if (tr !== null) editor.view.dispatch(tr.scrollIntoView())
  editor.view.focus()
}

export function withoutPicture({ doc, tr }: EditorState, position: number): Transaction | null {
  const $position = doc.resolve(position)
  const figure = $position.nodeAfter
  const gallery = $position.parent
  if (figure === null) return null
  if (gallery.type.name !== 'gallery' || gallery.childCount === 1) {
    const [from, to] = gallery.type.name === 'gallery' ? [$position.before(), $position.after()] : [position, position + figure.nodeSize]
    tr.delete(from, to)
    return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size))))
  }
  const index = $position.index()
  const left = gallery.childCount === 2 ? gallery.child(1 - index) : null
  if (left === null) {
    tr.delete(position, position + figure.nodeSize)
    const next = position < $position.end() - figure.nodeSize ? position : position - (gallery.child(index - 1).nodeSize)
    return tr.setSelection(NodeSelection.create(tr.doc, next))
  }
  const caption = left.attrs['caption'] === '' ? gallery.attrs['caption'] : left.attrs['caption']
  tr.replaceWith($position.before(), $position.after(), left.type.create({ ...left.attrs, caption }))
  return tr.setSelection(NodeSelection.create(tr.doc, $position.before()))
}

/** Lets the selected picture of a gallery change places with the one beside it. Null when there is none. */
function movedPicture({ doc, selection, tr }: EditorState, step: -1 | 1): Transaction | null {
  if (!isPictureOfGallery(selection)) return null
  const { $from, node } = selection
  const other = doc.resolve($from.start()).parent.maybeChild($from.index() + step)
  if (!other) return null
  const to = step < 0 ? $from.pos - other.nodeSize : $from.pos + other.nodeSize
  tr.delete($from.pos, $from.pos + node.nodeSize).insert(to, node)
  return tr.setSelection(NodeSelection.create(tr.doc, to))
}

const isPictureOfGallery = (selection: EditorState['selection']): selection is NodeSelection => selection instanceof NodeSelection && selection.node.type.name === 'figure' && selection.$from.parent.type.name === 'gallery'

/** Pictures of a gallery: taken away, put in another order by keys and by dragging, each as one step of the history. */
export const galleryKeys = (startStep: () => void): Extension =>
  Extension.create({
    name: 'galleryKeys',
    priority: 1960,
    addKeyboardShortcuts() {
      const apply = (tr: Transaction | null): boolean => {
        if (tr === null) return false
        startStep()
        this.editor.view.dispatch(tr.scrollIntoView())
        startStep()
        return true
      }
      const move = (direction: 'left' | 'right') => (): boolean => {
        const backward = (direction === 'left') !== (getComputedStyle(this.editor.view.dom).direction === 'rtl')
        return apply(movedPicture(this.editor.state, backward ? -1 : 1)) || isPictureOfGallery(this.editor.state.selection)
      }
      const remove = (): boolean => {
        const { selection } = this.editor.state
        return isPictureOfGallery(selection) && apply(withoutPicture(this.editor.state, selection.from))
      }
      return { 'Alt-Shift-ArrowLeft': move('left'), 'Alt-Shift-ArrowRight': move('right'), Backspace: remove, Delete: remove }
    },
    addProseMirrorPlugins() {
      const { editor } = this
      return [
        new Plugin({
          props: {
            handleDrop: (view, event, slice, moved) => dropInGallery(editor, view, event, slice, moved, startStep),
          },
        }),
      ]
    },
  })

/** Puts dragged pictures between those of a gallery, where the pointer is. Answers whether it did. */
function dropInGallery(editor: Editor, view: EditorView, event: DragEvent, slice: Slice, moved: boolean, startStep: () => void): boolean {
  const target = event.target instanceof Element ? event.target.closest('.frame--gallery .frame__content') : null
  if (!(target instanceof HTMLElement)) return false
  const inside = view.posAtDOM(target, 0)
  const gallery = view.state.doc.resolve(inside).parent
  if (gallery.type.name !== 'gallery') return false
  const files = [...(event.dataTransfer?.files ?? [])]
  if (files.length > 0) {
    startStep()
    void addToGallery(editor, inside - 1, files)
    return true
  }
  const figures = figuresIn(slice.content)
  if (figures === null) return false
  const tiles = [...target.children]
  const index = placeAmong(tiles, event, getComputedStyle(target).direction === 'rtl')
  let at = inside
  for (let child = 0; child < index; child++) at += gallery.child(child).nodeSize
  startStep()
  const { tr } = view.state
  if (moved) takeDragged(view, tr)
  const place = tr.mapping.map(at)
  tr.insert(place, figures)
  tr.setSelection(NodeSelection.create(tr.doc, place))
  view.dispatch(tr)
  startStep()
  view.focus()
  return true
}

/** Takes away what is dragged: a node that was not selected is known only to the drag itself. */
function takeDragged(view: EditorView, tr: Transaction): void {
  const node: unknown = view.dragging === null ? null : Reflect.get(view.dragging, 'node')
  if (node instanceof NodeSelection) node.replace(tr)
  else tr.deleteSelection()
}

function figuresIn(content: Fragment): Node[] | null {
  const nodes = content.content.flatMap((node) => (node.type.name === 'gallery' ? node.content.content : [node]))
  return nodes.length > 0 && nodes.every(({ type }) => type.name === 'figure') ? nodes : null
}

/** Before which of some elements a pointer is, in the order in which they are read. */
function placeAmong(tiles: readonly Element[], { clientX, clientY }: MouseEvent, rightToLeft: boolean): number {
  const before = tiles.findIndex((tile) => {
    const { left, width, top, bottom } = tile.getBoundingClientRect()
    const middle = left + width / 2
    return clientY < top || (clientY <= bottom && (rightToLeft ? clientX > middle : clientX < middle))
  })
  return before === -1 ? tiles.length : before
}
