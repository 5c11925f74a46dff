import './packets.css'
import { PackageOpen } from 'lucide-react'
import { useOpening } from './packet-store'

/** Without a desk: that a packet was to be opened, and what has to come first. */
export function FirstRunPacket() {
  const waiting = useOpening((state) => state.waiting)
  if (waiting.length === 0) return null
  return (
    <p className="packet-waits" role="status">
      <PackageOpen size={18} aria-hidden />
      <span>
        <bdi>{waiting.map((file) => `‘${file.split(/[\\/]/).at(-1) ?? file}’`).join(', ')}</bdi> {waiting.length === 1 ? 'waits' : 'wait'} for a desk. Make one, or open yours; then you see what is in {waiting.length === 1 ? 'it' : 'them'}, and decide.
      </span>
    </p>
  )
}
