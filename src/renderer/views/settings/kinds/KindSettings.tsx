import './kinds.css'
import { duplicateOf, moved, newKind } from '@shared/story/edit-kinds'
import { whyKept } from '@shared/story/kind-rules'
import type { Kind } from '@shared/story/kind'
import { Copy, Pencil, Plus, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { actingMember, useApp } from '../../../app/app-store'
import { Button, IconButton } from '../../../ui/Button'
import { inform } from '../../../ui/notices'
import { keptDraft } from './kind-draft'
import { KindDialog } from './KindDialog'
import { storiesOfKind, useKindUsage } from './kind-usage'
import { MoveHandle } from './MoveHandle'
import { saveKinds } from './save-kinds'
import { useRowDrag } from './use-row-drag'

/** Which kind is edited: one of the desk, or a new one. */
type Editing = { readonly at: 'none' } | { readonly at: 'kind'; readonly kind: Kind } | { readonly at: 'new'; readonly kind: Kind }

const onlyAdmins = 'Only an admin can change the kinds.'

/** The desk's kinds of story, in the order in which they are offered. */
export function KindSettings() {
  const desk = useApp((state) => state.desk)
  const mayChange = useApp(actingMember)?.roles.includes('admin') ?? false
  const usage = useKindUsage()
  const [editing, setEditing] = useState<Editing>({ at: 'none' })
  const [said, setSaid] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const kinds = desk?.kinds ?? []

  const move = async (from: number, to: number): Promise<void> => {
    const name = kinds[from]?.label ?? ''
    if (!(await saveKinds(moved(kinds, from, to)))) return
    setSaid(`${name} is ${to + 1} of ${kinds.length}`)
    list.current?.querySelector<HTMLElement>(`[data-move="${CSS.escape(name)}"]`)?.focus()
  }
  const drag = useRowDrag(mayChange, (from, to) => void move(from, to))
  if (desk === null) return null

  const duplicate = async (kind: Kind, at: number): Promise<void> => {
    const copy = duplicateOf(kind, kinds)
    if (await saveKinds([...kinds.slice(0, at + 1), copy, ...kinds.slice(at + 1)])) setEditing({ at: 'kind', kind: copy })
  }
  const remove = async (kind: Kind): Promise<void> => {
    const before = kinds
    if (await saveKinds(kinds.filter((other) => other !== kind))) inform(`‘${kind.label}’ was removed.`, { label: 'Undo', run: () => void saveKinds(before) })
  }
  const start = (): void => setEditing({ at: 'new', kind: newKind('', '', commonFields(kinds), kinds) })
  const unsaved = keptDraft(desk.path, 'new') !== null
  return (
    <div className="settings__form">
      {!mayChange && <p className="settings__note">{onlyAdmins}</p>}
      <ul className="kinds" ref={list} aria-label="Kinds">
        {kinds.map((kind, at) => {
          const { stories, archived } = storiesOfKind(usage, kind.id)
          return (
            <li key={kind.id} className={`kinds__one ${drag.over === at && drag.dragged !== at ? 'kinds__one--over' : ''}`} {...drag.row(at)}>
              <MoveHandle name={kind.label} place={at} total={kinds.length} unavailable={!mayChange} onMove={(to) => void move(at, to)} />
              <span className="kinds__what">
                <bdi className="kinds__label">{kind.label}</bdi>
                <span className="kinds__about">{aboutKind(kind, stories, archived)}</span>
              </span>
              {keptDraft(desk.path, kind.id) && <span className="kinds__unsaved">Unsaved changes</span>}
              <IconButton icon={Pencil} label={`Edit ‘${kind.label}’`} size="small" onClick={() => setEditing({ at: 'kind', kind })} />
              <IconButton icon={Copy} label={`Duplicate ‘${kind.label}’`} size="small" unavailable={!mayChange && onlyAdmins} onClick={() => void duplicate(kind, at)} />
              <IconButton icon={Trash2} label={`Remove ‘${kind.label}’`} size="small" unavailable={!mayChange ? onlyAdmins : stories > 0 ? whyKept(kind.label, { stories, archived }) : kinds.length === 1 && 'A desk needs at least one kind.'} onClick={() => void remove(kind)} />
            </li>
          )
        })}
      </ul>
      <div className="settings__foot">
        {unsaved && <p className="kinds__unsaved">A new kind is not saved yet.</p>}
        <Button icon={Plus} unavailable={!mayChange && onlyAdmins} onClick={start}>
          {unsaved ? 'Go on with the new kind' : 'Add kind'}
        </Button>
      </div>
      <span className="visually-hidden" role="status">
        {said}
      </span>
      {editing.at !== 'none' && <KindDialog key={editing.kind.id} desk={desk} kind={editing.kind} isNew={editing.at === 'new'} mayChange={mayChange} usage={usage} onClose={() => setEditing({ at: 'none' })} />}
    </div>
  )
}

function aboutKind({ fields }: Kind, stories: number, archived: number): string {
  const how = stories === 0 ? 'no stories' : stories === 1 ? '1 story' : `${stories} stories`
  return `${fields.length} fields · ${how}${archived > 0 ? `, ${archived} in the archive` : ''}`
}

/** What a new kind starts with: the fields that all kinds of the desk have in common. */
function commonFields(kinds: readonly Kind[]): Kind['fields'] {
  const [first, ...others] = kinds
  return first?.fields.filter((field) => others.every(({ fields }) => fields.some(({ id, type }) => id === field.id && type === field.type))) ?? []
}
