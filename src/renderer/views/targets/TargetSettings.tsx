import './targets.css'
import type { Target, TargetSettings as Settings } from '@shared/publishing'
import { Plus, Send } from 'lucide-react'
import { useState } from 'react'
import { actingMember, useApp } from '../../app/app-store'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Menu } from '../../ui/Menu'
import { describeTarget, typeNames, whyNotReady } from './describe-target'
import { RemoveTarget } from './RemoveTarget'
import { TargetDialog } from './TargetDialog'
import { TestConnection } from './TestConnection'
import { useTargets } from './targets-store'

type Editing = { readonly what: 'new'; readonly type: Settings['type'] } | { readonly what: 'edit' | 'remove'; readonly target: Target }

/** Where the desk publishes: list, add, change, try and remove. */
export function TargetSettings() {
  const targets = useTargets()
  const [editing, setEditing] = useState<Editing | null>(null)
  const member = useApp(actingMember)
  const may = member?.roles.some((role) => role === 'publisher' || role === 'admin') ?? false
  const unavailable = may ? '' : 'Only a publisher or an admin can change where the desk publishes.'
  const done = (): void => setEditing(null)
  return (
    <div className="targets">
      {targets?.length === 0 && (
        <Empty icon={Send} title="No targets yet" actions={<AddTarget unavailable={unavailable} onAdd={(type) => setEditing({ what: 'new', type })} />}>
          A target is where approved stories go: a WordPress site, a REST endpoint or the folder of a static site.
        </Empty>
      )}
      <ul className="targets__list">
        {targets?.map((target) => (
          <li key={target.id} className="targets__one" aria-label={target.settings.name}>
            <div className="targets__what">
              <span className="targets__name">{target.settings.name}</span>
              <span className="targets__about">{describeTarget(target.settings)}</span>
              {whyNotReady(target) !== '' && <span className="targets__missing">{whyNotReady(target)}</span>}
            </div>
            <div className="targets__do">
              <TestConnection target={target} />
              <Button size="small" unavailable={unavailable} onClick={() => setEditing({ what: 'edit', target })}>
                Change…
              </Button>
              <Button size="small" look="quiet" unavailable={unavailable} onClick={() => setEditing({ what: 'remove', target })}>
                Remove…
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {targets !== null && targets.length > 0 && (
        <div>
          <AddTarget unavailable={unavailable} onAdd={(type) => setEditing({ what: 'new', type })} />
        </div>
      )}
      {editing?.what === 'new' && <TargetDialog type={editing.type} onClose={done} />}
      {editing?.what === 'edit' && <TargetDialog type={editing.target.settings.type} target={editing.target} onClose={done} />}
      {editing?.what === 'remove' && <RemoveTarget target={editing.target} onClose={done} />}
    </div>
  )
}

function AddTarget({ unavailable, onAdd }: { readonly unavailable: string; readonly onAdd: (type: Settings['type']) => void }) {
  if (unavailable !== '') {
    return (
      <Button icon={Plus} unavailable={unavailable}>
        Add target
      </Button>
    )
  }
  return <Menu trigger={<Button icon={Plus}>Add target</Button>} groups={[{ entries: (['wordpress', 'rest', 'folder'] as const).map((type) => ({ id: type, label: typeNames[type], onSelect: () => onAdd(type) })) }]} />
}
