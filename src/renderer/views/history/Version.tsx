import type { KeptVersion } from '@shared/history/kept-version'
import type { StoryId } from '@shared/story/ids'
import { Bookmark, GitCompare } from 'lucide-react'
import { memo, useState } from 'react'
import { IconButton } from '../../ui/Button'
import { openOnRelease } from '../../ui/right-press'
import { previewVersion } from '../preview/preview-store'
import { RevisionName } from '../workflow/RevisionName'
import { chooseNoFirst, compareTwo, compareWithNow, useHistoryChoice } from './history-store'
import { timeRange, wordsWritten } from './history-words'
import type { VersionMark } from './timeline'
import { VersionMenu } from './VersionMenu'

interface VersionProps {
  readonly version: KeptVersion
  readonly story: StoryId
  /** Whether the story stands as this version. */
  readonly isNow: boolean
  /** What is true of it now. */
  readonly marks: readonly VersionMark[]
  /** Whether its time stands with it: the only version of a sitting has it there. */
  readonly timed: boolean
}

/** One version: its name, its size, what is true of it now, and what can be done with it. Pressing it shows it as readers would see it. A long history has many, so one is drawn anew only when it says something else. */
export const Version = memo(VersionRow, ({ marks, ...before }, { marks: next, ...now }) => JSON.stringify(marks) === JSON.stringify(next) && before.version === now.version && before.story === now.story && before.isNow === now.isNow && before.timed === now.timed)

function VersionRow({ version, story, isNow, marks, timed }: VersionProps) {
  const [open, setOpen] = useState(false)
  const first = useHistoryChoice((choice) => (choice.first?.story === story ? choice.first.version : null))
  const choose = (): void => {
    if (first === null) previewVersion(story, version.revision)
    else if (first === version) chooseNoFirst()
    else compareTwo(story, first, version)
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
        {!isNow && <IconButton icon={GitCompare} label="Compare with the story as it is now" size="small" onClick={() => compareWithNow(story, version)} />}
        <VersionMenu version={version} story={story} isNow={isNow} open={open} onOpenChange={setOpen} />
      </span>
    </div>
  )
}
