import type { PreviewSubject, PreviewSurface } from '@shared/ipc'
import type { StoryId } from '@shared/story/ids'
import { create } from 'zustand'
import type { z } from 'zod'
import { showMode } from '../../app/app-store'

export type PreviewWidth = 'phone' | 'tablet' | 'desktop'

/** How previews are looked at; surface and width are kept from story to story. */
interface PreviewChoice {
  /** The version that was chosen, and the story that it was chosen for: every other one is shown as it is now. */
  readonly chosen: { readonly story: StoryId; readonly which: PreviewSubject } | null
  /** What is shown of it: one of the surfaces on which readers see it, or what changed in it. */
  readonly surface: z.infer<typeof PreviewSurface> | 'changes'
  readonly width: PreviewWidth
}

export const usePreview = create<PreviewChoice>(() => ({ chosen: null, surface: 'article', width: 'desktop' }))

/** The version of a story that its preview shows. */
export function usePreviewed(story: StoryId): PreviewSubject {
  return usePreview(({ chosen }) => (chosen?.story === story ? chosen.which : 'current'))
}

export const chooseVersion = (story: StoryId, which: PreviewSubject): void => usePreview.setState({ chosen: { story, which } })

/** Shows what changed in the open story, in the whole text. */
export function showChanges(): void {
  usePreview.setState({ surface: 'changes' })
  showMode('preview')
}

/** Shows one version of the open story as its readers would see it. */
export function previewVersion(story: StoryId, which: PreviewSubject): void {
  usePreview.setState({ chosen: { story, which }, surface: 'article' })
  showMode('preview')
}
