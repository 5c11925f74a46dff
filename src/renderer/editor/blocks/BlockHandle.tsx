import './block-handle.css'
import type { CommandId } from '@shared/commands'
import type { StoryId } from '@shared/story/ids'
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { ArrowDown, ArrowUp, Copy, GripVertical, Link, MessageSquarePlus, ShieldCheck, Trash2, UserRoundPen } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type DragEvent } from 'react'
import { runCommand, useCommands } from '../../app/command-registry'
import { shortcutLabel } from '../../app/shortcuts'
import { Menu, type MenuGroup } from '../../ui/Menu'
import { inform } from '../../ui/notices'
import { turnInto } from '../body/turn-into'
import { nameOf } from '../toolbar/CommandButton'
import { partAt } from '../clearances/parts-in-text'
import { blocksOf, type BlockRange } from './block-range'
import { BlockSelection } from './block-selection'
import { followBlocks, type HandleFollower } from './follow-blocks'
import { copyLinkToHeading } from './heading-link'

/** Beside the block under the pointer, or with the cursor: dragged, it takes the block along; pressed, it says what can be done with it. */
export function BlockHandle({ editor, story }: { readonly editor: Editor; readonly story: StoryId }) {
  const place = useRef<HTMLDivElement>(null)
  const follower = useRef<HandleFollower | null>(null)
  const [open, setOpen] = useState(false)
  const [byKey, setByKey] = useState(false)
  const [range, setRange] = useState<BlockRange | null>(null)
  useEffect(() => {
    if (place.current === null) return
    const following = followBlocks(editor, place.current)
    follower.current = following
    return following.stop
  }, [editor])

  const openFor = (block: BlockRange | null, how: 'byKey' | 'byPointer'): void => {
    if (block === null) return
    // First, or the handle would go where the selection goes.
    follower.current?.hold(true)
    if (!isSelected(editor, block)) editor.view.dispatch(editor.state.tr.setSelection(BlockSelection.over(editor.state.doc, block.start, block.first, block.last)))
    setRange(block)
    setByKey(how === 'byKey')
    setOpen(true)
  }
  useCommands(
    useMemo(
      () => ({
        'block.menu': () => {
          const block = blocksOf(editor.state.selection)
          if (block === null) return
          openFor(block, 'byKey')
          follower.current?.moveTo(block)
        },
      }),
      // oxlint-disable-next-line react/exhaustive-deps -- what it calls changes nothing but state
      [editor],
    ),
  )
  const change = (now: boolean): void => {
    setOpen(now)
    if (now) return
    follower.current?.hold(false)
    // The menu has no visible trigger that the focus could go back to.
    setTimeout(() => document.activeElement === document.body && editor.view.focus())
  }
  const drag = (event: DragEvent): void => {
    const block = follower.current?.block() ?? null
    if (block === null) return event.preventDefault()
    follower.current?.hold(true)
    startDrag(editor, block, event)
  }
  return (
    <div ref={place} className="block-handle" hidden>
      <Menu trigger={<span className="block-handle__anchor" aria-hidden />} open={open} openedByKey={byKey} onOpenChange={change} returnFocus={() => editor.view.focus()} groups={range === null ? [] : entriesFor(editor, story, range)} />
      <button
        type="button"
        className="block-handle__grip"
        aria-label="Block menu; drag to move the block"
        aria-haspopup="menu"
        aria-expanded={open}
        tabIndex={-1}
        draggable
        onMouseDown={() => editor.view.focus()}
        onClick={() => openFor(follower.current?.block() ?? null, 'byPointer')}
        onDragStart={drag}
        onDragEnd={() => {
          editor.view.dragging = null
          follower.current?.hold(false)
        }}
      >
        <GripVertical size={15} aria-hidden />
      </button>
    </div>
  )
}

/** Whether a block is one of those that are selected: then all of them are meant. */
function isSelected({ state: { selection } }: Editor, { from, to, start }: BlockRange): boolean {
  return selection instanceof BlockSelection && selection.$from.start() === start && selection.from <= from && selection.to >= to
}

function startDrag(editor: Editor, block: BlockRange, event: DragEvent): void {
  const { view } = editor
  if (!isSelected(editor, block)) view.dispatch(view.state.tr.setSelection(BlockSelection.over(view.state.doc, block.start, block.first, block.last)))
  const slice = view.state.selection.content()
  const { dom, text } = view.serializeForClipboard(slice)
  event.dataTransfer.clearData()
  event.dataTransfer.setData('text/html', dom.innerHTML)
  event.dataTransfer.setData('text/plain', text)
  event.dataTransfer.effectAllowed = 'copyMove'
  const picture = view.nodeDOM(block.from)
  if (picture instanceof Element) event.dataTransfer.setDragImage(picture, 0, 0)
  view.dragging = { slice, move: true }
}

function entriesFor(editor: Editor, story: StoryId, { parent, first, last, from }: BlockRange): MenuGroup[] {
  const node = parent.child(first)
  const command = (id: CommandId) => ({ id, label: nameOf(id), keys: shortcutLabel(id), onSelect: () => void runCommand(id) })
  /** Other kinds are made of words: the cursor must be among them. */
  const turn = (id: CommandId) => ({
    id,
    label: nameOf(id),
    onSelect: () => {
      const { state, view } = editor
      const { selection } = state
      if (selection instanceof BlockSelection) view.dispatch(state.tr.setSelection(TextSelection.between(state.doc.resolve(selection.from), state.doc.resolve(selection.to))))
      runCommand(id)
    },
  })
  const link = { id: 'link', label: 'Copy link to this heading', icon: Link, onSelect: () => (copyLinkToHeading(story, editor.state.doc, from), inform('The link to this heading is on the clipboard.')) }
  const words = node.isTextblock || ['bulletList', 'orderedList', 'taskList', 'listItem', 'taskItem', 'blockquote', 'callout'].includes(node.type.name)
  return [
    {
      entries: [
        { ...command('block.moveUp'), icon: ArrowUp, disabled: first === 0 },
        { ...command('block.moveDown'), icon: ArrowDown, disabled: last === parent.childCount - 1 },
        { ...command('block.duplicate'), icon: Copy },
        { ...command('story.comment'), icon: MessageSquarePlus },
        { ...command('story.blame'), icon: UserRoundPen },
        ...(partAt(editor.state, editor.view.dom.lang) !== null ? [{ ...command('story.clear'), icon: ShieldCheck }] : []),
        ...(node.type.name === 'heading' ? [link] : []),
      ],
    },
    ...(words ? [{ label: 'Turn into', entries: turnInto.map(turn) }] : []),
    { entries: [{ ...command('block.delete'), icon: Trash2 }] },
  ]
}
