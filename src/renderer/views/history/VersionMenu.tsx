import type { KeptVersion } from '@shared/history/kept-version'
import type { StoryId } from '@shared/story/ids'
import { BookmarkPlus, Eye, GitCompare, GitCompareArrows, MoreHorizontal, RotateCcw } from 'lucide-react'
import { isSuggesting } from '../../editor/suggestions/suggest-mode'
import { copyText } from '../../ui/copy-text'
import { IconButton } from '../../ui/Button'
import { Menu, type MenuGroup } from '../../ui/Menu'
import { inform } from '../../ui/notices'
import { previewVersion } from '../preview/preview-store'
import { useStorySession } from '../../story/StoryProvider'
import type { StorySession } from '../../story/story-session'
import { chooseFirst, compareWithNow, nameVersionOf } from './history-store'
import { titleOf } from './history-words'
import { restoreVersion } from './restore-version'

interface VersionMenuProps {
  readonly version: KeptVersion
  readonly story: StoryId
  readonly isNow: boolean
  /** The right mouse button on the row opens it, too. */
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** What can be done with a version. */
export function VersionMenu({ version, story, isNow, open, onOpenChange }: VersionMenuProps) {
  const session = useStorySession()
  return <Menu align="end" open={open} onOpenChange={onOpenChange} trigger={<IconButton icon={MoreHorizontal} label={`More about ${titleOf(version)}`} size="small" className="version__more" />} groups={entriesFor(session, version, story, isNow)} />
}

function entriesFor(session: StorySession, version: KeptVersion, story: StoryId, isNow: boolean): MenuGroup[] {
  // It would be written as it is, and not suggested.
  const suggesting = isSuggesting(story)
  return [
    {
      entries: [
        { id: 'preview', label: 'Preview', icon: Eye, onSelect: () => previewVersion(story, version.revision) },
        { id: 'compare', label: 'Compare with the story as it is now', icon: GitCompare, disabled: isNow, onSelect: () => compareWithNow(story, version) },
        { id: 'compareOther', label: 'Compare with another version…', icon: GitCompareArrows, onSelect: () => chooseFirst(story, version) },
      ],
    },
    {
      entries: [
        { id: 'name', label: version.name === '' ? 'Name this version…' : 'Rename…', icon: BookmarkPlus, onSelect: () => nameVersionOf(story, version) },
        { id: 'restore', label: suggesting ? 'Bring this version back (not while suggesting)' : 'Bring this version back', icon: RotateCcw, disabled: isNow || suggesting, onSelect: () => void restoreVersion(session, version) },
      ],
    },
    { entries: [{ id: 'copy', label: 'Copy its number', onSelect: () => (copyText(version.revision), inform('The number of the version is on the clipboard.')) }] },
  ]
}
