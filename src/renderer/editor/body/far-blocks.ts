import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** From so many blocks on, those far away from what is in sight are worth leaving out. */
const longFrom = 60

/**
 * Marks a long text as one of which the browser lays out and draws only what is near the window (far-blocks.css): a key then
 * costs the same in a leaflet and in a book. Short texts are left alone.
 */
export const farBlocks = Extension.create({
  name: 'farBlocks',
  addProseMirrorPlugins: () => [new Plugin({ props: { attributes: ({ doc }): { [name: string]: string } => (doc.childCount < longFrom ? {} : { class: 'story-text--long' }) } })],
})
