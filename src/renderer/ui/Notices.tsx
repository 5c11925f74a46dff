import './notices.css'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button, IconButton } from './Button'
import { pageLayer, useTopModal } from './layer'
import { dismiss, useNotices, type Notice } from './notices'

/** Where passing words and errors appear: in the browser's top layer, inside the topmost dialog, which makes all else inert. */
export function Notices() {
  const notices = useNotices((state) => state.notices)
  const modal = useTopModal()
  const [place, setPlace] = useState<HTMLDivElement | null>(null)
  useEffect(() => {
    // While a dialog goes away, its place is gone a moment before the next one is known.
    if (place?.isConnected && notices.length > 0 !== place.matches(':popover-open')) place.togglePopover()
  }, [notices, place])
  return createPortal(
    <div ref={setPlace} className="notices" popover="manual">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>,
    modal ?? pageLayer(),
  )
}

function NoticeCard({ notice: { id, look, text, place, action } }: { readonly notice: Notice }) {
  return (
    <div className={`notice notice--${look}`} role={look === 'error' ? 'alert' : 'status'}>
      <span className="notice__text">
        {text}
        {place && !text.includes(place) && <span className="notice__place">{place}</span>}
      </span>
      {action && (
        <Button
          look="quiet"
          size="small"
          onClick={() => {
            action.run()
            dismiss(id)
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} label="Dismiss" size="small" onClick={() => dismiss(id)} />
    </div>
  )
}
