import { Extension, Mark, Node, type AnyExtension, type Extensions } from '@tiptap/core'
import { authorColour } from '../../suggestions/author-colour'
import { suggestionAttributes } from '../../suggestions/names'

const tag = { id: { default: '' }, by: { default: '' }, at: { default: '' } }
/** Beside each other's marks, and not taken on by what is typed next to them. Nothing of HTML is read as one: suggestions are made here. */
const beside = { excludes: '', inclusive: false, priority: 1010 } as const

const look = (name: string, { by }: Record<string, unknown>): Record<string, string> => ({ class: `suggested suggested--${name}`, 'data-colour': String(authorColour(by)) })

/** Words that a member suggests to insert; with `split`, the sign where a line is to be split. */
export const Inserted = Mark.create({
  name: 'inserted',
  ...beside,
  addAttributes: () => ({ ...tag, split: { default: null } }),
  renderHTML: ({ mark }) => ['ins', { ...look(mark.attrs['split'] === null ? 'inserted' : 'split', mark.attrs) }, 0],
})

/** Words that a member suggests to delete. */
export const Deleted = Mark.create({
  name: 'deleted',
  ...beside,
  addAttributes: () => tag,
  renderHTML: ({ mark }) => ['del', look('deleted', mark.attrs), 0],
})

/** Words whose formatting a member suggests to change. Until then they have the one that they had, so that whatever else happens to them no suggestion gets into a revision. */
export const Restyled = Mark.create({
  name: 'restyled',
  ...beside,
  addAttributes: () => ({ ...tag, mark: { default: '' }, now: { default: null } }),
  renderHTML: ({ mark: { attrs } }) => ['span', { ...look('restyled', attrs), 'data-restyle': `${attrs['now'] === null ? 'without' : 'with'}-${String(attrs['mark'])}` }, 0],
})

/** What is suggested about a whole node stays out of HTML. A second half of a block that is split is joined to nothing. */
export const SuggestedNodes = Extension.create({
  name: 'suggestedNodes',
  addGlobalAttributes: () => [
    {
      types: 'nodes',
      attributes: Object.fromEntries(suggestionAttributes.map((name) => [name, { default: null, rendered: false, keepOnSplit: name !== 'joined', parseHTML: () => null }])),
    },
  ],
})

/**
 * Code takes no formatting, but what is suggested about it. (It names itself, as it did by excluding everything: otherwise Yjs
 * would store it as a mark that may lie on itself.)
 */
export function withSuggestions(extensions: Extensions): Extensions {
  return extensions.map((extension): AnyExtension => {
    if (extension instanceof Mark && extension.name === 'code') return extension.extend({ excludes: 'code bold italic link strike underline subscript superscript highlight language' })
    if (extension instanceof Node && extension.name === 'codeBlock') return extension.extend({ marks: 'inserted deleted' })
    return extension
  })
}
