import { Extension } from '@tiptap/core'
import { DOMSerializer, type Fragment, type Schema } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { addForOthers, withoutForOthers } from './for-others'
import { plainTextOf } from './plain-text'

/** Writes copied content as the schema does, with what other programs need beside it. */
class StorySerializer extends DOMSerializer {
  override serializeFragment(fragment: Fragment, options?: { document?: Document }, target?: HTMLElement | DocumentFragment): HTMLElement | DocumentFragment {
    const content = super.serializeFragment(fragment, options, target)
    // Only once it is whole: the content of each node comes through here, too.
    if (target === undefined) addForOthers(content)
    return content
  }
}

const serializerFor = (schema: Schema): DOMSerializer => new StorySerializer(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema))

/** Copying keeps every block whole within Copydesk, and gives other programs HTML and text that say the same. */
export const storyClipboard = Extension.create({
  name: 'storyClipboard',
  // Before the cleaning of what is pasted.
  priority: 1300,
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          clipboardSerializer: serializerFor(this.editor.schema),
          clipboardTextSerializer: (slice) => plainTextOf(slice.content),
          transformPastedHTML: withoutForOthers,
        },
      }),
    ]
  },
})
