import { CornerDownLeft, CornerLeftUp } from 'lucide-react'
import { useRedlineAround } from './redline-context'

/** Leads from one place of what was moved to the other. Small, so that it can stand in a line of text. */
export function Jump({ part, to }: { readonly part: number; readonly to: 'from' | 'to' }) {
  const { jump } = useRedlineAround()
  const label = to === 'from' ? 'Show where this was' : 'Show where this is now'
  const Icon = to === 'from' ? CornerLeftUp : CornerDownLeft
  return (
    <button type="button" className="redline__jump" aria-label={label} title={label} data-move={part} data-end={to === 'from' ? 'to' : 'from'} onClick={() => jump(part, to)}>
      <Icon size={12} aria-hidden />
    </button>
  )
}
