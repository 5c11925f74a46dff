import type { CommandId } from '@shared/commands'
import type { Editor } from '@tiptap/core'
import { FileCode, Heading2, Heading3, Heading4, Image, List, ListOrdered, Minus, Paperclip, Pilcrow, Quote, Superscript, Table, type LucideIcon } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useSlashMenu, type SlashItem } from '../body/slash-menu'
import { Floating } from './Floating'
import { textAnchor } from './text-anchor'

const icons: { readonly [Id in CommandId]?: LucideIcon } = {
  'block.heading2': Heading2,
  'block.heading3': Heading3,
  'block.heading4': Heading4,
  'block.paragraph': Pilcrow,
  'block.bulletList': List,
  'block.orderedList': ListOrdered,
  'block.quote': Quote,
  'block.code': FileCode,
  'insert.image': Image,
  'insert.attachment': Paperclip,
  'insert.table': Table,
  'insert.footnote': Superscript,
  'insert.rule': Minus,
}

const optionId = (id: CommandId): string => `slash-${id}`

/** The list of blocks that '/' opens. The cursor stays in the text, which is told which entry is meant. */
export function SlashMenu({ editor }: { readonly editor: Editor }) {
  const open = useSlashMenu((state) => state.editor === editor)
  const active = useSlashMenu((state) => state.items[state.index])
  useEffect(() => {
    const { dom } = editor.view
    if (!open || active === undefined) return
    dom.setAttribute('aria-controls', 'slash-menu')
    dom.setAttribute('aria-activedescendant', optionId(active.id))
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, open, active])
  return open ? <BlockList editor={editor} /> : null
}

function BlockList({ editor }: { readonly editor: Editor }) {
  const { items, index, from, choose } = useSlashMenu()
  const anchor = useMemo(() => textAnchor(editor, from, from), [editor, from])
  return (
    <Floating anchor={anchor} placement="bottom-start" gap={6} onMouseDown={(event) => event.preventDefault()}>
      <div className="slash-menu" id="slash-menu" role="listbox" aria-label="Blocks" tabIndex={0}>
        {items.map((item, at) => (
          <Entry key={item.id} item={item} active={at === index} onChoose={() => choose(item)} />
        ))}
        {items.length === 0 && <p className="slash-menu__none">No block of that name. Escape keeps the words.</p>}
      </div>
    </Floating>
  )
}

function Entry({ item, active, onChoose }: { readonly item: SlashItem; readonly active: boolean; readonly onChoose: () => void }) {
  const ref = useRef<HTMLDivElement>(null)
  const Icon = icons[item.id] ?? Pilcrow
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div ref={ref} id={optionId(item.id)} role="option" aria-selected={active} className={`slash-menu__item ${active ? 'slash-menu__item--active' : ''}`} onMouseMove={() => useSlashMenu.setState({ index: useSlashMenu.getState().items.indexOf(item) })} onClick={onChoose}>
      <Icon size={16} aria-hidden />
      <span className="slash-menu__label">{item.label}</span>
      <span className="slash-menu__about">{item.about}</span>
    </div>
  )
}
