import './error-boundary.css'
import { Component, useRef, type ErrorInfo, type ReactNode } from 'react'
import { Button } from '../ui/Button'

interface ErrorBoundaryProps {
  /** What stopped working, as a sentence names it: ‘The list of stories’. */
  readonly part: string
  readonly children: ReactNode
}
interface Caught {
  readonly error: Error | null
  /** Where in the window it happened, for a bug report. */
  readonly where: string
}

/**
 * Keeps a defect in one part of the window from taking the others with it. Whatever was typed is in the update queue or on
 * the disk, not in the part that failed.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, Caught> {
  override state: Caught = { error: null, where: '' }

  static getDerivedStateFromError(error: unknown): Partial<Caught> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(_error: Error, { componentStack }: ErrorInfo): void {
    this.setState({ where: componentStack ?? '' })
  }

  override render(): ReactNode {
    const { error, where } = this.state
    if (error === null) return this.props.children
    return <Broken part={this.props.part} details={`${error.stack ?? error.message}\n${where}`} again={() => this.setState({ error: null, where: '' })} />
  }
}

/** What is shown in place of a part that stopped working. */
export function Broken({ part, details, again }: { readonly part: string; readonly details: string; readonly again?: () => void }) {
  const text = useRef<HTMLPreElement>(null)
  return (
    <div className="broken" role="alert">
      <p className="broken__title">{part} stopped working</p>
      <p className="broken__text">Nothing that was saved is lost. Reload the window to go on where you were.</p>
      <div className="broken__actions">
        <Button look="primary" onClick={() => location.reload()}>
          Reload the window
        </Button>
        {again && <Button onClick={again}>Try again</Button>}
      </div>
      <details className="broken__details">
        <summary>Details for a bug report</summary>
        <pre tabIndex={0} ref={text}>
          {details}
        </pre>
        <Button size="small" onClick={() => copyTextOf(text.current)}>
          Copy details
        </Button>
      </details>
    </div>
  )
}

/** Through the selection: the window has no permission for the clipboard's own interface. */
function copyTextOf(element: HTMLElement | null): void {
  if (element === null) return
  getSelection()?.selectAllChildren(element)
  document.execCommand('copy')
}
