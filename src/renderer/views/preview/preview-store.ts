import type { PreviewSubject, PreviewSurface } from '@shared/ipc'
import { create } from 'zustand'
import type { z } from 'zod'
import { showMode } from '../../app/app-store'

export type PreviewWidth = 'phone' | 'tablet' | 'desktop'

/** How the preview is looked at; kept from story to story. */
interface PreviewChoice {
  readonly which: PreviewSubject
  readonly surface: z.infer<typeof PreviewSurface>
  readonly width: PreviewWidth
}

export const usePreview = create<PreviewChoice>(() => ({ which: 'current', surface: 'article', width: 'desktop' }))

export const choosePreview = (choice: Partial<PreviewChoice>): void => usePreview.setState(choice)

/** Shows one revision of the open story as its readers would see it. */
export function previewRevision(which: PreviewSubject): void {
  choosePreview({ which, surface: 'article' })
  showMode('preview')
}
