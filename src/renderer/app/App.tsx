import { useEffect } from 'react'
import { showHints } from '../ui/hints'
import { Notices } from '../ui/Notices'
import { AddingFiles } from '../views/assets/AddingFiles'
import { FirstRun } from '../views/first-run/FirstRun'
import { useApp } from './app-store'
import { ErrorBoundary } from './ErrorBoundary'
import { Overlay } from './Overlay'
import { Shell } from './Shell'

/** The whole window. */
export function App() {
  const desk = useApp((state) => state.desk)
  useEffect(() => showHints(document), [])
  return (
    <ErrorBoundary part="The window">
      {desk === null ? <FirstRun /> : <Shell key={desk.path} />}
      <ErrorBoundary part="The dialog">
        <Overlay />
      </ErrorBoundary>
      <AddingFiles />
      <Notices />
    </ErrorBoundary>
  )
}
