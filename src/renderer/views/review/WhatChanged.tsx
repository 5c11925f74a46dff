import type { StoryStatus } from '@shared/ipc'
import { Maximize2 } from 'lucide-react'
import { IconButton } from '../../ui/Button'
import { showChanges } from '../preview/preview-store'
import { Changes } from '../redline/Changes'

/** What changed in the story, beside it: only what is new or gone. */
export function WhatChanged({ status }: { readonly status: StoryStatus }) {
  return (
    <section className="inspector__section" aria-labelledby="changed-title">
      <h3 className="inspector__heading" id="changed-title">
        What changed
      </h3>
      <Changes status={status} full={false} aside={<IconButton icon={Maximize2} label="Read the changes in the whole text" size="small" onClick={showChanges} />} />
    </section>
  )
}
