import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { PlacedStanding } from '../../../editor/clearances/clearances-of-text'
import { Button } from '../../../ui/Button'
import { clearInDialog } from './clearing'
import { PartLink } from './PartLink'

/** What nobody has cleared; folded, since it is no fault as long as no rule asks for it. */
export function NotCleared({ parts, may }: { readonly parts: readonly PlacedStanding[]; readonly may: boolean }) {
  const [open, setOpen] = useState(false)
  if (parts.length === 0) return null
  return (
    <div className="clearances__open">
      <button type="button" className="clearances__fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight size={14} aria-hidden /> {`Not cleared: ${parts.length}`}
      </button>
      {open && (
        <ul className="clearances__list" aria-label="Not cleared">
          {parts.map((standing) => (
            <li key={`${standing.from} ${standing.part.kind}`} className="clearance clearance--open">
              <PartLink standing={standing} />
              {may && (
                <Button size="small" onClick={() => clearInDialog(standing.part)}>
                  Clear…
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
