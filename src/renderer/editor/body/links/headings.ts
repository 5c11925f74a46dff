import { headingIds } from '@shared/document/heading-ids'
import type { DocumentNode } from '@shared/story/revision'
import type { Node } from '@tiptap/pm/model'

/** A heading of the text, with the id that links to it have. */
export interface HeadingInText {
  readonly id: string
  readonly position: number
  readonly level: number
  readonly words: string
}

/** All headings of a text in their order. */
export function headingsIn(doc: Node): readonly HeadingInText[] {
  const found: { readonly node: Node; readonly position: number; readonly json: DocumentNode }[] = []
  doc.descendants((node, position) => {
    // ProseMirror's JSON of a heading is a node of a document.
    if (node.type.name === 'heading') found.push({ node, position, json: node.toJSON() as DocumentNode })
    return node.isBlock && !node.isTextblock
  })
  // Ids follow from the headings alone, in their order.
  const ids = headingIds({ type: 'doc', content: found.map(({ json }) => json) })
  return found.map(({ node, position, json }) => ({ id: ids.get(json) ?? '', position, level: Number(node.attrs['level']), words: node.textContent.trim() }))
}
