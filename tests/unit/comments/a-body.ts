import { Fragment, type Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { mapBody } from '../../../src/shared/comments/body-map'
import type { Body } from '../../../src/shared/comments/place-in-body'
import { textFlow } from '../../../src/shared/comments/text-flow'
import { documentSchema } from '../../../src/shared/document/schema'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { storyBody } from '../../../src/shared/story/story-doc'

/** A story whose body is edited as the editor does it: a change of the document, then what of it is new goes into Yjs. */
export class Draft {
  readonly story = new Y.Doc()

  static of(...blocks: readonly (string | DocumentNode)[]): Draft {
    const draft = new Draft()
    draft.write(documentSchema.nodeFromJSON({ type: 'doc', content: blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)) }))
    return draft
  }

  get doc(): Node {
    return yXmlFragmentToProseMirrorRootNode(storyBody(this.story), documentSchema)
  }

  get body(): Body {
    const { doc, story } = this
    return { story, doc, map: mapBody(storyBody(story)), flow: textFlow(doc) }
  }

  write(doc: Node): void {
    this.story.transact(() => prosemirrorToYXmlFragment(doc, storyBody(this.story)), 'typed')
  }

  edit(change: (tr: Transform) => Transform): void {
    this.write(change(new Transform(this.doc)).doc)
  }

  /** Puts blocks into another order: block `order[n]` comes to place n. */
  reorder(order: readonly number[]): void {
    const { doc } = this
    this.write(doc.copy(Fragment.fromArray(order.map((index) => doc.child(index)))))
  }

  copy(): Draft {
    const draft = new Draft()
    Y.applyUpdate(draft.story, Y.encodeStateAsUpdate(this.story))
    return draft
  }

  takeIn(other: Draft): void {
    Y.applyUpdate(this.story, Y.encodeStateAsUpdate(other.story))
  }

  /** Where some words of one run of text stand, the first time that they do. */
  where(words: string): { readonly from: number; readonly to: number } {
    let from = -1
    this.doc.descendants((node, position) => {
      const at = from < 0 ? (node.text?.indexOf(words) ?? -1) : -1
      if (at >= 0) from = position + at
    })
    if (from < 0) throw new Error(`‘${words}’ is not there`)
    return { from, to: from + words.length }
  }

  words(from: number, to: number): string {
    return this.doc.textBetween(from, to, '\n', ' ')
  }
}

export const paragraph = (text: string): DocumentNode => ({ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] })
