import { kindIdFrom, moved, ofType, tidied, withField, withFieldBack, withoutField } from '@shared/story/edit-kinds'
import { checkKinds } from '@shared/story/kind-rules'
import type { DeskInfo, KindUsage } from '@shared/ipc'
import type { FieldDefinition, FieldType, Kind } from '@shared/story/kind'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { TextField } from '../../../ui/Field'
import { inform } from '../../../ui/notices'
import { AddField } from './AddField'
import { FieldRow } from './FieldRow'
import { forgetDraft, keepDraft, keptDraft } from './kind-draft'
import { RemovedFields } from './RemovedFields'
import { saveKinds } from './save-kinds'
import { useRowDrag } from './use-row-drag'

interface KindDialogProps {
  readonly desk: DeskInfo
  readonly kind: Kind
  readonly isNew: boolean
  readonly mayChange: boolean
  readonly usage: KindUsage | null
  readonly onClose: () => void
}

const none: KindUsage = { kinds: [], fields: [] }

/** A kind's names and fields. Nothing counts until it is saved; what is not saved is not lost, either. */
export function KindDialog({ desk, kind, isNew, mayChange, usage, onClose }: KindDialogProps) {
  const name = isNew ? 'new' : kind.id
  const [kept] = useState(() => (mayChange ? keptDraft(desk.path, name) : null))
  const [draft, setDraft] = useState(kept ?? kind)
  const [open, setOpen] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLUListElement>(null)

  const changed = JSON.stringify(draft) !== JSON.stringify(kind)
  useEffect(() => {
    if (!mayChange) return
    if (changed) keepDraft(desk.path, name, draft)
    else forgetDraft(desk.path, name)
  }, [desk.path, name, draft, changed, mayChange])

  const tidy = tidied(draft)
  const ready = isNew ? { ...tidy, id: kindIdFrom(tidy.label, desk.kinds.map(({ id }) => id)) } : tidy
  const after = isNew ? [...desk.kinds, ready] : desk.kinds.map((other) => (other.id === kind.id ? ready : other))
  const checked = checkKinds(desk.kinds, after, usage ?? none)
  const problem = checked.ok ? undefined : checked.error.message
  const named = draft.label.trim() !== '' && draft.plural.trim() !== ''

  const leave = (): void => {
    forgetDraft(desk.path, name)
    onClose()
  }
  const close = (): void => (changed ? setLeaving(true) : leave())
  const save = async (): Promise<void> => {
    setAsked(true)
    if (!mayChange || busy || !named || problem !== undefined) return
    setBusy(true)
    const stored = await saveKinds(after)
    setBusy(false)
    if (!stored) return
    inform(`‘${ready.label}’ was saved.`)
    leave()
  }
  const move = (from: number, to: number): void => {
    const field = draft.fields[from]
    if (field === undefined) return
    setDraft({ ...draft, fields: [...moved(draft.fields, from, to)] })
    setSaid(`${field.label} is ${to + 1} of ${draft.fields.length}`)
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-move="${CSS.escape(field.label)}"]`)?.focus())
  }
  const drag = useRowDrag(mayChange, move)
  const change = (id: string, next: FieldDefinition): void => setDraft({ ...draft, fields: draft.fields.map((field) => (field.id === id ? next : field)) })
  const wasSaved = (id: string): boolean => !isNew && [...kind.fields, ...(kind.removed ?? [])].some((field) => field.id === id)
  const remove = (id: string): void => {
    const at = draft.fields.findIndex((field) => field.id === id)
    setDraft(withoutField(draft, id, wasSaved(id)))
    setOpen(null)
    const next = draft.fields[at + 1] ?? draft.fields[at - 1]
    requestAnimationFrame(() => next && list.current?.querySelector<HTMLElement>(`[data-field-toggle="${next.id}"]`)?.focus())
  }
  const add = (label: string, type: FieldType): void => {
    const next = withField(draft, label, type)
    setDraft(next)
    setOpen(next.fields.at(-1)?.id ?? null)
    setSaid(`${label} added`)
  }
  return (
    <Dialog
      title={isNew ? 'New kind' : `Kind ‘${kind.label}’`}
      about="What stories of this kind ask for. Changes never touch a story that was written or approved."
      width={720}
      className="kind-dialog"
      onClose={close}
      onSubmit={() => void save()}
      foot={
        <>
          {asked && problem !== undefined && <p className="dialog__aside kind-dialog__problem" role="alert">{problem}</p>}
          <Button onClick={close}>{mayChange ? 'Cancel' : 'Close'}</Button>
          {mayChange && (
            <Button look="primary" type="submit" unavailable={changed ? busy && 'The kind is being saved.' : 'Nothing was changed.'}>
              Save kind
            </Button>
          )}
        </>
      }
    >
      {kept !== null && changed && <p className="settings__note">These changes were left unsaved. Save them, or cancel to discard them.</p>}
      <fieldset className="kind-dialog__names" disabled={!mayChange}>
        <TextField label="Name of one" value={draft.label} maxLength={80} placeholder="Such as ‘Case study’" error={asked && draft.label.trim() === '' ? 'Give the kind a name.' : undefined} onChange={(event) => setDraft({ ...draft, label: event.target.value })} />
        <TextField label="Name of several" value={draft.plural} maxLength={80} placeholder="Such as ‘Case studies’" help={isNew ? undefined : 'Exported folders are called so.'} error={asked && draft.plural.trim() === '' ? 'Give the plural, too.' : undefined} onChange={(event) => setDraft({ ...draft, plural: event.target.value })} />
      </fieldset>
      <section className="kind-fields" aria-labelledby="kind-fields-title">
        <h3 id="kind-fields-title">Fields</h3>
        <ul ref={list} className="kind-fields__list">
          {draft.fields.map((field, at) => (
            <FieldRow
              key={field.id}
              kind={draft}
              field={field}
              place={at}
              total={draft.fields.length}
              mayChange={mayChange}
              open={open === field.id}
              over={drag.over === at && drag.dragged !== at}
              isSaved={wasSaved(field.id)}
              usage={usage}
              drag={drag.row(at)}
              onToggle={() => setOpen(open === field.id ? null : field.id)}
              onMove={(to) => move(at, to)}
              onChange={(next) => change(field.id, next)}
              onType={(type) => change(field.id, ofType(field, type))}
              onRemove={() => remove(field.id)}
            />
          ))}
        </ul>
        {mayChange && <AddField onAdd={add} />}
        <RemovedFields kind={draft} usage={usage} mayChange={mayChange} onBringBack={(id) => setDraft(withFieldBack(draft, id))} />
      </section>
      <span className="visually-hidden" role="status">
        {said}
      </span>
      {leaving && (
        <Dialog
          title="Discard your changes?"
          about="What you changed in this kind is not saved."
          width={400}
          onClose={() => setLeaving(false)}
          onSubmit={leave}
          foot={
            <>
              <Button data-autofocus onClick={() => setLeaving(false)}>
                Go on editing
              </Button>
              <Button look="danger" type="submit">
                Discard
              </Button>
            </>
          }
        />
      )}
    </Dialog>
  )
}
