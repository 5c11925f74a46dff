import { calloutTones } from '@shared/document/nodes/quotes'
import { Extension, InputRule, markInputRule } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

const alert = new RegExp(`^\\[!(${calloutTones.join('|')})\\]\\s$`, 'i')

/** What people write by hand for the blocks and marks that Markdown itself has no signs for: `==marked==`, and GitHub’s `> [!note] `. */
export const markdownShortcuts = Extension.create({
  name: 'markdownShortcuts',
  addInputRules() {
    const highlight = this.editor.schema.marks['highlight']
    return [
      ...(highlight ? [markInputRule({ find: /(?:^|\s)(==(?!\s+==)((?:[^=]+))==(?!\s+==))$/, type: highlight })] : []),
      new InputRule({
        find: alert,
        handler({ state, range, match }) {
          const $from = state.doc.resolve(range.from)
          const depth = $from.depth - 1
          const quote = depth > 0 ? $from.node(depth) : null
          const callout = state.schema.nodes['callout']
          if (quote?.type.name !== 'blockquote' || callout === undefined || $from.index(depth) !== 0) return null
          const { tr } = state
          const start = $from.before(depth)
          tr.delete(range.from, range.to)
          const inside = tr.doc.nodeAt(start)
          if (inside === null) return null
          tr.replaceWith(start, start + inside.nodeSize, callout.create({ tone: (match[1] ?? '').toLowerCase() }, inside.content))
          tr.setSelection(TextSelection.near(tr.doc.resolve(start + 2)))
          return undefined
        },
      }),
    ]
  },
})
