import './notices.css'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button, IconButton } from './Button'
import { dismiss, useNotices, type Notice } from './notices'

/** Where passing words and errors appear, above any open dialog (the browser's top layer). */
export function Notices() {
  const notices = useNotices((state) => state.notices)
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = ref.current
    if (!place) return
    // Shown anew each time, so that it lies above a dialog that was opened meanwhile.
    if (place.matches(':popover-open')) place.hidePopover()
    if (notices.length > 0) place.showPopover()
  }, [notices])
  return (
    <div ref={ref} className="notices" popover="manual">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function NoticeCard({ notice: { id, look, text, place, action } }: { readonly notice: Notice }) {
  return (
    <div className={`notice notice--${look}`} role={look === 'error' ? 'alert' : 'status'}>
      <span className="notice__text">
        {text}
        {place && <span className="notice__place">{place}</span>}
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
