import type { CommandId } from '@shared/commands'
import type { Editor } from '@tiptap/core'
import { Pilcrow } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { slashGroups, useSlashMenu, type SlashItem } from '../body/slash-menu'
import { blockIcons } from '../block-icons'
import { Floating } from './Floating'
import { textAnchor } from './text-anchor'

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
  const { items, index, from, grouped, choose } = useSlashMenu()
  const anchor = useMemo(() => textAnchor(editor, from, from), [editor, from])
  return (
    <Floating anchor={anchor} placement="bottom-start" gap={6} onMouseDown={(event) => event.preventDefault()}>
      <div className="slash-menu" id="slash-menu" role="listbox" aria-label="Blocks" tabIndex={0}>
        {grouped
          ? slashGroups.map((group) => {
              const inGroup = items.filter((item) => item.group === group)
              return inGroup.length === 0 ? null : (
                <div key={group} role="group" aria-label={group}>
                  <p className="slash-menu__group" aria-hidden>
                    {group}
                  </p>
                  {inGroup.map((item) => (
                    <Entry key={item.id} item={item} active={item === items[index]} onChoose={() => choose(item)} />
                  ))}
                </div>
              )
            })
          : items.map((item, at) => <Entry key={item.id} item={item} active={at === index} onChoose={() => choose(item)} />)}
        {items.length === 0 && <p className="slash-menu__none">No block of that name. Escape keeps the words.</p>}
      </div>
    </Floating>
  )
}

function Entry({ item, active, onChoose }: { readonly item: SlashItem; readonly active: boolean; readonly onChoose: () => void }) {
  const ref = useRef<HTMLDivElement>(null)
  const Icon = blockIcons[item.id] ?? Pilcrow
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
