import * as Y from 'yjs'
import type { AssetInfo } from '../assets/asset-info'
import { FieldValue } from './kind'
import { storyBody, storyFields } from './story-doc'

/**
 * Puts another file in the place of one, everywhere in a story's text and fields. What the story says of it (its alternative text, its
 * caption, its label) stays; the name of a file to download becomes that of the new one. Answers how many places changed.
 */
export function replaceAsset(doc: Y.Doc, from: string, to: Pick<AssetInfo, 'hash' | 'name'>): number {
  let changed = 0
  const visit = (node: Y.XmlElement | Y.XmlFragment): void => {
    if (node instanceof Y.XmlElement && node.getAttribute('asset') === from) {
      node.setAttribute('asset', to.hash)
      if (node.nodeName === 'attachment') node.setAttribute('name', to.name)
      changed += 1
    }
    for (const child of node.toArray()) if (child instanceof Y.XmlElement) visit(child)
  }
  visit(storyBody(doc))
  const fields = storyFields(doc)
  // What it holds now: fields are set while one looks through them.
  const held = [...fields.entries()]
  for (const [id, value] of held) {
    const parsed = FieldValue.safeParse(value)
    if (!parsed.success || typeof parsed.data !== 'object' || !('asset' in parsed.data) || parsed.data.asset !== from) continue
    fields.set(id, 'name' in parsed.data ? { ...parsed.data, asset: to.hash, name: to.name } : { ...parsed.data, asset: to.hash })
    changed += 1
  }
  return changed
}
