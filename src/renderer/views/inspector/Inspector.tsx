import './inspector.css'
import { useId, useRef, type KeyboardEvent } from 'react'
import { FieldsForm } from '../../editor/FieldsForm'
import { useStatus } from '../../story/status-store'
import { HistoryPanel } from '../history/HistoryPanel'
import { LanguagePanel } from '../language/LanguagePanel'
import { PublishPanel } from '../publish/PublishPanel'
import { ReviewPanel } from '../review/ReviewPanel'
import { UnreadBadge } from '../review/UnreadBadge'
import { inspectorTabs, showInspectorTab, useInspectorTab, type InspectorTab } from './inspector-tabs'
import { Preflight } from './Preflight'

/** Beside the story: its details, its review, its history and where it is published. */
export function Inspector() {
  const tab = useInspectorTab()
  const id = useId()
  return (
    <aside className="inspector" aria-label="Inspector">
      <Tabs id={id} tab={tab} />
      <div className="inspector__panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} key={tab}>
        <Panel tab={tab} />
      </div>
    </aside>
  )
}

function Tabs({ id, tab }: { readonly id: string; readonly tab: InspectorTab }) {
  const ref = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent): void => {
    const at = inspectorTabs.findIndex((entry) => entry.id === tab)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
    const next = to === undefined || event.altKey || event.ctrlKey || event.metaKey ? undefined : inspectorTabs.at(to % inspectorTabs.length)
    if (next === undefined) return
    event.preventDefault()
    showInspectorTab(next.id)
    ref.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus()
  }
  return (
    <div className="inspector__tabs" role="tablist" aria-label="Inspector" ref={ref} onKeyDown={move}>
      {inspectorTabs.map((entry) => (
        <button
          key={entry.id}
          type="button"
          role="tab"
          id={`${id}-${entry.id}`}
          data-tab={entry.id}
          aria-selected={entry.id === tab}
          aria-controls={entry.id === tab ? `${id}-panel` : undefined}
          tabIndex={entry.id === tab ? 0 : -1}
          className="inspector__tab"
          onClick={() => showInspectorTab(entry.id)}
        >
          {entry.label}
          {entry.id === 'review' && <UnreadBadge />}
        </button>
      ))}
    </div>
  )
}

function Panel({ tab }: { readonly tab: InspectorTab }) {
  const status = useStatus()
  switch (tab) {
    case 'details':
      return (
        <>
          <div className="inspector__section">
            <FieldsForm />
          </div>
          {status && <Preflight status={status} />}
        </>
      )
    case 'language':
      return <LanguagePanel />
    case 'review':
      return status && <ReviewPanel status={status} />
    case 'history':
      return status && <HistoryPanel status={status} />
    case 'publish':
      return status && <PublishPanel status={status} />
  }
}
