import { invisibleCharacters, invisiblePattern } from '@shared/typography/invisible'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { useApp } from '../../app/app-store'

interface Found {
  readonly offset: number
  readonly character: string
}
/** Where the invisible characters of a block are; a block that has not changed is not looked through again. */
const found = new WeakMap<Node, readonly Found[]>()

function invisiblesOf(block: Node): readonly Found[] {
  const known = found.get(block)
  if (known !== undefined) return known
  const here: Found[] = []
  block.descendants((node, position) => {
    for (const match of node.text?.matchAll(invisiblePattern) ?? []) here.push({ offset: position + match.index, character: match[0] })
  })
  found.set(block, here)
  return here
}

/** Shows characters that nobody sees, while that is wanted. The text itself stays as it is. */
export const invisibles = Extension.create({
  name: 'invisibles',
  addProseMirrorPlugins() {
    let last: { readonly doc: Node; readonly set: DecorationSet } | null = null
    return [
      new Plugin({
        props: {
          decorations({ doc }) {
            if (useApp.getState().preferences?.invisibles !== true) return null
            if (last?.doc !== doc) last = { doc, set: decorate(doc) }
            return last.set
          },
        },
      }),
    ]
  },
})

function decorate(doc: Node): DecorationSet {
  const signs: Decoration[] = []
  doc.forEach((block, start) => {
    for (const { offset, character } of invisiblesOf(block)) {
      const at = start + 1 + offset
      const { sign = '', name = '' } = invisibleCharacters[character] ?? {}
      signs.push(Decoration.inline(at, at + 1, { class: 'invisible', 'data-sign': sign, title: name }))
    }
  })
  return DecorationSet.create(doc, signs)
}
