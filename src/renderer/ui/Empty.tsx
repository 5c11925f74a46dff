import './empty.css'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** What is shown where nothing is: what would be here, and how to get it. */
export function Empty({ icon: Icon, title, children, actions }: { readonly icon?: LucideIcon; readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode }) {
  return (
    <div className="empty">
      {Icon && <Icon size={28} strokeWidth={1.5} aria-hidden />}
      <p className="empty__title">{title}</p>
      {children && <p className="empty__text">{children}</p>}
      {actions && <div className="empty__actions">{actions}</div>}
    </div>
  )
}
