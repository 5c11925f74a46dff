import type { PreviewSubject } from '@shared/ipc'
import type { RevisionId, StoryId } from '@shared/story/ids'
import { usePreview, type PreviewWidth } from './preview-store'
import { useDark } from './use-dark'

/** CSS pixels; null fills the room there is. */
const widths: Readonly<Record<PreviewWidth, number | null>> = { phone: 390, tablet: 820, desktop: null }

interface PageProps {
  readonly story: StoryId
  readonly which: PreviewSubject
  /** Part of the address, so that a new version is fetched anew. */
  readonly revision: RevisionId
}

/** The page itself, in a frame that runs no script and leads nowhere. Wider than the room there is, it scrolls. */
export function Page({ story, which, revision }: PageProps) {
  const { surface, width } = usePreview()
  const dark = useDark()
  const address = `copydesk-preview://page/?${new URLSearchParams({ story, which, surface, theme: dark ? 'dark' : 'light', revision }).toString()}`
  const pixels = widths[width]
  return (
    <div className="preview__room">
      <iframe key={address} className="preview__page" title="Preview of the story" sandbox="" tabIndex={0} src={address} style={pixels === null ? undefined : { width: `${pixels}px` }} />
    </div>
  )
}
