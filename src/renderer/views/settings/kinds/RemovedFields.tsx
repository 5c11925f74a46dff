import type { KindUsage } from '@shared/ipc'
import type { Kind } from '@shared/story/kind'
import { Undo2 } from 'lucide-react'
import { Button } from '../../../ui/Button'
import { typeLabel } from './field-types'
import { holdWords, storiesHolding } from './kind-usage'

interface RemovedFieldsProps {
  readonly kind: Kind
  readonly usage: KindUsage | null
  readonly mayChange: boolean
  readonly onBringBack: (id: string) => void
}

/** Fields that were taken out of the form, with what stories still hold in them. Each can come back as it was. */
export function RemovedFields({ kind, usage, mayChange, onBringBack }: RemovedFieldsProps) {
  const removed = kind.removed ?? []
  if (removed.length === 0) return null
  return (
    <section className="removed-fields" aria-labelledby="removed-fields-title">
      <h3 id="removed-fields-title">Removed fields</h3>
      <ul>
        {removed.map((field) => (
          <li key={field.id} className="removed-fields__one">
            <span className="removed-fields__what">
              <bdi>{field.label}</bdi>
              <span className="kind-field__type">
                {typeLabel(field.type)} · {holdWords(storiesHolding(usage, kind.id, field.id))}
              </span>
            </span>
            <Button size="small" icon={Undo2} aria-label={`Bring back ‘${field.label}’`} unavailable={!mayChange && 'Only an admin can change the kinds.'} onClick={() => onBringBack(field.id)}>
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
