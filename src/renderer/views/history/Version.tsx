import type { KeptVersion } from '@shared/history/kept-version'
import type { StoryStatus } from '@shared/ipc'
import { Bookmark, GitCompare } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../ui/Button'
import { openOnRelease } from '../../ui/right-press'
import { previewVersion } from '../preview/preview-store'
import { RevisionName } from '../workflow/RevisionName'
import { chooseNoFirst, compareTwo, compareWithNow, useHistoryChoice } from './history-store'
import { timeRange, wordsWritten } from './history-words'
import { marksOf } from './timeline'
import { VersionMenu } from './VersionMenu'

interface VersionProps {
  readonly version: KeptVersion
  readonly status: StoryStatus
  /** Whether its time stands with it: the only version of a sitting has it there. */
  readonly timed: boolean
}

/** One version: its name, its size, what is true of it now, and what can be done with it. Pressing it shows it as readers would see it. */
export function Version({ version, status, timed }: VersionProps) {
  const [open, setOpen] = useState(false)
  const first = useHistoryChoice((choice) => (choice.first?.story === status.id ? choice.first.version : null))
  const marks = marksOf(version.revision, status)
  const choose = (): void => {
    if (first === null) previewVersion(status.id, version.revision)
    else if (first === version) chooseNoFirst()
    else compareTwo(status.id, first, version)
  }
  return (
    <div className={`version ${first !== null && first.revision === version.revision ? 'version--first' : ''}`} onContextMenu={(event) => openOnRelease(event, () => setOpen(true))}>
      <button type="button" className="version__show" data-version={version.revision} title={first === null ? 'Preview this version' : 'Compare with this version'} onClick={choose}>
        <span className="visually-hidden">{version.byName}</span>
        {version.name !== '' && (
          <span className="version__name" dir="auto">
            <Bookmark size={13} aria-hidden />
            {version.name}
          </span>
        )}
        <span className="version__about">
          {timed && <span>{timeRange(version.began, version.ended)}</span>}
          <span>{wordsWritten(version)}</span>
          <RevisionName id={version.revision} />
        </span>
        {marks.length > 0 && (
          <span className="version__marks">
            {marks.map(({ words, look }) => (
              <span key={words} className={`chip chip--${look}`}>
                {words}
              </span>
            ))}
          </span>
        )}
      </button>
      <span className="version__do">
        {version.revision !== status.currentRevision && <IconButton icon={GitCompare} label="Compare with the story as it is now" size="small" onClick={() => compareWithNow(status.id, version)} />}
        <VersionMenu version={version} status={status} open={open} onOpenChange={setOpen} />
      </span>
    </div>
  )
}
