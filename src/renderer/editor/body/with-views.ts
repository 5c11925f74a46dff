import { Node, type Extensions } from '@tiptap/core'
import type { Cards } from './node-cards'
import { nodeViews } from './node-views'

/** The document's nodes with the views that they have while one writes. */
export function withViews(extensions: Extensions, cards: Cards): Extensions {
  const views = nodeViews(cards)
  return extensions.map((extension) => {
    const view = views[extension.name]
    return view !== undefined && extension instanceof Node ? extension.extend(view) : extension
  })
}
