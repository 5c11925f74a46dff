import type { PreviewSubject } from '@shared/ipc'
import type { RevisionId, StoryId } from '@shared/story/ids'
import { useEffect, useState } from 'react'
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

/** The page itself, in a frame that runs no script and leads nowhere. Wider than the room there is, it is shown smaller, whole. */
export function Page({ story, which, revision }: PageProps) {
  const { surface, width } = usePreview()
  const dark = useDark()
  const address = `copydesk-preview://page/?${new URLSearchParams({ story, which, surface, theme: dark ? 'dark' : 'light', revision }).toString()}`
  const [room, setRoom] = useState<HTMLElement | null>(null)
  const wide = useWidth(room)
  const pixels = widths[width]
  const scale = pixels === null || wide === 0 ? 1 : Math.min(1, wide / pixels)
  return (
    <div className="preview__room">
      <div className="preview__fit" ref={setRoom}>
        <iframe key={address} className="preview__page" title="Preview of the story" sandbox="" tabIndex={0} src={address} style={pixels === null ? undefined : { width: `${pixels}px`, height: `${100 / scale}%`, scale: String(scale), marginInlineEnd: `${pixels * (scale - 1)}px` }} />
      </div>
    </div>
  )
}

/** How wide an element is, in CSS pixels; 0 until that is known. */
function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (element === null) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return width
}
