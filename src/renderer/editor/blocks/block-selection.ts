import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { Selection } from '@tiptap/pm/state'
import type { Mappable } from '@tiptap/pm/transform'

/**
 * Some blocks that stand together, selected as wholes. It has a direction: the anchor stays when it is extended, the head moves.
 * Both ends lie between blocks of one parent.
 */
export class BlockSelection extends Selection {
  /** Blocks `anchor` to `head` (indexes, in any order) of the parent whose content begins at `start`. */
  static over(doc: Node, start: number, anchor: number, head: number): BlockSelection {
    const { parent } = doc.resolve(start)
    const before = (index: number): ResolvedPos => {
      let position = start
      for (let at = 0; at < index; at++) position += parent.child(at).nodeSize
      return doc.resolve(position)
    }
    return head >= anchor ? new BlockSelection(before(anchor), before(head + 1)) : new BlockSelection(before(anchor + 1), before(head))
  }

  /** The block that stays, and the one that moves, when the selection is extended. */
  get anchorIndex(): number {
    return this.anchor <= this.head ? this.$anchor.index() : this.$anchor.index() - 1
  }
  get headIndex(): number {
    return this.anchor <= this.head ? this.$head.index() - 1 : this.$head.index()
  }

  override map(doc: Node, mapping: Mappable): Selection {
    const from = doc.resolve(mapping.map(this.from, 1))
    const to = doc.resolve(mapping.map(this.to, -1))
    if (from.pos >= to.pos || !from.sameParent(to) || from.parent.inlineContent) return Selection.near(from)
    return this.anchor <= this.head ? new BlockSelection(from, to) : new BlockSelection(to, from)
  }

  override eq(other: Selection): boolean {
    return other instanceof BlockSelection && other.anchor === this.anchor && other.head === this.head
  }

  override toJSON(): { readonly type: string; readonly anchor: number; readonly head: number } {
    return { type: 'blocks', anchor: this.anchor, head: this.head }
  }

  static override fromJSON(doc: Node, { anchor, head }: { readonly anchor: number; readonly head: number }): BlockSelection {
    return new BlockSelection(doc.resolve(anchor), doc.resolve(head))
  }
}

// The blocks themselves show that they are selected; the browser's own marking of the letters would hide that.
BlockSelection.prototype.visible = false
Selection.jsonID('blocks', BlockSelection)
