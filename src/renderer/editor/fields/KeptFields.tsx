import './tokens.css'
import { valueText } from '@shared/redline/value-text'
import { allFields, type FieldValue } from '@shared/story/kind'
import { readKeptFields, storyFields, storyText } from '@shared/story/story-doc'
import { Copy, Trash2 } from 'lucide-react'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { useApp } from '../../app/app-store'
import { useStorySession } from '../../story/StoryProvider'
import { putField } from '../suggestions/fields/shown-field'
import { FieldSuggestions } from '../suggestions/fields/FieldSuggestions'
import type { StorySession } from '../../story/story-session'
import { IconButton } from '../../ui/Button'
import { copyText } from '../../ui/copy-text'
import { inform } from '../../ui/notices'

type Kept = ReturnType<typeof readKeptFields>[number]

/** What the story holds in fields that its kind doesn't have any more, or never had. Nothing of it is lost, and nothing of it is in the way. */
export function KeptFields() {
  const session = useStorySession()
  const kept = useKept(session)
  const kinds = useApp(({ desk }) => desk?.kinds) ?? []
  const { kind } = session
  if (kept.length === 0) return null
  const removed = new Set(kind.removed?.map(({ id }) => id))
  const labelOf = (id: string): string => [kind, ...kinds].flatMap((one) => allFields(one)).find((field) => field.id === id)?.label ?? id
  const drop = (field: Kept): void => {
    session.startStep()
    putField(session, field, undefined)
  }
  return (
    <section className="kept-fields" aria-labelledby="kept-fields-title">
      <h3 id="kept-fields-title">Kept from earlier fields</h3>
      <p>The form no longer asks for these. They stay with the story until you remove them.</p>
      <dl>
        {kept.map((field) => (
          <div className="kept-field" key={field.id} data-story-field={field.id}>
            <dt>{labelOf(field.id)}</dt>
            <dd dir="auto">{textOf(field.value)}</dd>
            {!removed.has(field.id) && <dd className="field__help">From another kind: it is not published.</dd>}
            <dd className="kept-field__suggested">
              <FieldSuggestions field={field.id} label={labelOf(field.id)} />
            </dd>
            <dd>
              <IconButton icon={Copy} label={`Copy ${labelOf(field.id)}`} size="small" onClick={() => copy(textOf(field.value))} />
              <IconButton icon={Trash2} label={`Remove ${labelOf(field.id)}`} size="small" onClick={() => drop(field)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const textOf = (value: FieldValue): string => valueText(value, [])

function copy(text: string): void {
  copyText(text)
  inform('Copied.')
}

/** Kept up to date; the same list again is the same object. */
function useKept(session: StorySession): readonly Kept[] {
  const last = useRef<{ readonly key: string; readonly kept: readonly Kept[] }>({ key: '', kept: [] })
  const { doc, kind } = session
  const subscribe = useCallback(
    (changed: () => void) => {
      const texts = readKeptFields(doc, kind.fields).filter(({ type }) => type === 'text').map(({ id }) => storyText(doc, id))
      for (const text of texts) text.observe(changed)
      storyFields(doc).observe(changed)
      return () => {
        for (const text of texts) text.unobserve(changed)
        storyFields(doc).unobserve(changed)
      }
    },
    [doc, kind],
  )
  return useSyncExternalStore(subscribe, () => {
    const kept = readKeptFields(doc, kind.fields)
    const key = JSON.stringify(kept)
    if (last.current.key !== key) last.current = { key, kept }
    return last.current.kept
  })
}
