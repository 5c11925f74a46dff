import './shell.css'
import { FileText } from 'lucide-react'
import { useDeferredValue, useState, type CSSProperties, type ReactNode } from 'react'
import { StoryEditor } from '../editor/StoryEditor'
import { StoryProvider } from '../story/StoryProvider'
import { Button } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { useTopModal } from '../ui/layer'
import { useReturnFocus } from '../ui/return-focus'
import { Inspector } from '../views/inspector/Inspector'
import { Preview } from '../views/preview/Preview'
import { Sidebar } from '../views/sidebar/Sidebar'
import { StoryHeader } from '../views/story-header/StoryHeader'
import { StoryList } from '../views/story-list/StoryList'
import { useApp } from './app-store'
import { runCommand } from './command-registry'
import { ErrorBoundary } from './ErrorBoundary'
import { PaneHandle } from './PaneHandle'
import type { PaneLayout } from './pane-layout'
import { toggleInspector, usePanes } from './panes'
import { shortcutLabel } from './shortcuts'

/** An open desk: sidebar, list, story and inspector, side by side. */
export function Shell() {
  const panes = usePanes()
  const story = useApp((state) => state.story)
  return (
    <div className="shell" style={inspectorWidth(panes)}>
      {panes.sidebar > 0 && (
        <div className="shell__pane shell__sidebar" style={{ width: panes.sidebar }}>
          <ErrorBoundary part="The sidebar">
            <Sidebar />
          </ErrorBoundary>
          <PaneHandle pane="sidebar" label="Width of the sidebar" width={panes.sidebar} edge="end" />
        </div>
      )}
      {panes.list > 0 && (
        <div className="shell__pane shell__list" style={{ width: panes.list }}>
          <ErrorBoundary part="The list of stories">
            <StoryList />
          </ErrorBoundary>
          <PaneHandle pane="list" label="Width of the list" width={panes.list} edge="end" />
        </div>
      )}
      {story === null ? (
        <NoStory />
      ) : (
        <ErrorBoundary part="The story" key={story}>
          <StoryProvider id={story}>
            <OpenStory panes={panes} />
          </StoryProvider>
        </ErrorBoundary>
      )}
    </div>
  )
}

/** For the moment in which a story is opened: its inspector is not there yet, its place is. */
function inspectorWidth({ inspector, inspectorOver }: PaneLayout): CSSProperties & Record<'--inspector-width', string> {
  return { '--inspector-width': `${inspectorOver ? 0 : inspector}px` }
}

function OpenStory({ panes }: { readonly panes: PaneLayout }) {
  const mode = useApp((state) => state.mode)
  const over = useApp((state) => state.inspectorOver)
  const shown = useStaysUnderDialog(panes.inspector > 0 && (!panes.inspectorOver || over))
  // The story comes first: what stands beside it is drawn when its text is on the screen.
  const besides = useDeferredValue(true, false)
  return (
    <>
      <main className="shell__story">
        <ErrorBoundary part="The story">
          {panes.list > 0 && <StoryHeader />}
          {mode === 'preview' ? <Preview /> : <StoryEditor />}
        </ErrorBoundary>
      </main>
      {shown && (
        <InspectorPane panes={panes}>
          <ErrorBoundary part="The inspector">
            {besides && <Inspector />}
          </ErrorBoundary>
        </InspectorPane>
      )}
    </>
  )
}

/** A pane that is there stays while a dialog is open, however narrow the window becomes: the dialog may be the pane's own, and would go with it. */
function useStaysUnderDialog(shown: boolean): boolean {
  const isUnderDialog = useTopModal() !== null
  const [wasShown, setWasShown] = useState(shown)
  if (wasShown !== shown && (shown || !isUnderDialog)) setWasShown(shown)
  return shown || (isUnderDialog && wasShown)
}

function InspectorPane({ panes, children }: { readonly panes: PaneLayout; readonly children: ReactNode }) {
  useReturnFocus()
  return (
    <div
      className={`shell__pane shell__inspector ${panes.inspectorOver ? 'shell__inspector--over' : ''}`}
      style={{ width: panes.inspector }}
      onKeyDown={(event) => panes.inspectorOver && event.key === 'Escape' && !event.defaultPrevented && toggleInspector()}
    >
      <PaneHandle pane="inspector" label="Width of the inspector" width={panes.inspector} edge="start" />
      {children}
    </div>
  )
}

const hints = ['story.new', 'stories.search', 'palette.open'] as const
const hintWords: Readonly<Record<(typeof hints)[number], string>> = { 'story.new': 'New story', 'stories.search': 'Search stories', 'palette.open': 'Command palette' }

function NoStory() {
  return (
    <main className="shell__story">
      <div className="shell__no-story">
        <Empty icon={FileText} title="No story is open">
          Choose one from the list, or start with one of these.
        </Empty>
        <ul className="shell__hints">
          {hints.map((id) => (
            <li key={id}>
              <Button look="quiet" onClick={() => void runCommand(id)}>
                {hintWords[id]}
                <kbd>{shortcutLabel(id)}</kbd>
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </main>
  )
}
