import { Import, Plus, SearchX } from 'lucide-react'
import { useApp } from '../../app/app-store'
import { runCommand } from '../../app/command-registry'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { viewNamed } from '../sidebar/views'
import { clearFilter, useListFilter } from './list-filter'

/** In place of the list where it has no story: why, and what to do. */
export function ListEmpty() {
  const view = useApp((state) => state.view)
  const { search, kind } = useListFilter()
  const { icon, empty } = viewNamed(view)
  if (search.trim() !== '' || kind !== null) {
    return (
      <Empty icon={SearchX} title="No story matches" actions={<Button onClick={clearFilter}>Show all of this view</Button>}>
        Try fewer letters, another view, or all kinds.
      </Empty>
    )
  }
  return (
    <Empty icon={icon} title={empty.title} actions={view === 'all' || view === 'myDrafts' ? <FirstSteps importing={view === 'all'} /> : undefined}>
      {empty.text}
    </Empty>
  )
}

function FirstSteps({ importing }: { readonly importing: boolean }) {
  return (
    <>
      <Button icon={Plus} onClick={() => void runCommand('story.new')}>
        Write a story
      </Button>
      {importing && (
        <Button icon={Import} onClick={() => void runCommand('stories.import')}>
          Import
        </Button>
      )}
    </>
  )
}
