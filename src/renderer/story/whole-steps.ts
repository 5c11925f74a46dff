import * as Y from 'yjs'

/**
 * Has each step of a history taken back as it was made. Words that were deleted and came back by undo are new items in the document. Yjs
 * follows each deleted item to one new item, and takes all of that: more than there was where words that came back are joined with
 * others, less where somebody wrote between them. It also forgets what it has to split on the way. So, at the beginning of each undo and redo,
 * items are split until each one has come back as exactly one. Yjs joins them again afterwards; nothing that is written changes.
 */
export function takeWholeSteps(history: Y.UndoManager): void {
  history.doc.on('beforeTransaction', (transaction: Y.Transaction) => {
    const step = history.undoing ? history.undoStack.at(-1) : history.redoing ? history.redoStack.at(-1) : undefined
    if (step === undefined) return
    // What is taken out.
    Y.iterateDeletedStructs(transaction, step.insertions, (struct: unknown) => {
      if (struct instanceof Y.Item) splitAlike(transaction, struct)
    })
    // What is put back finds its place between what stood beside it, wherever that is now.
    const seen = { left: new Set<Y.Item>(), right: new Set<Y.Item>() }
    Y.iterateDeletedStructs(transaction, step.deletions, (struct: unknown) => {
      if (!(struct instanceof Y.Item)) return
      splitBeside(transaction, struct, 'left', seen.left)
      splitBeside(transaction, struct, 'right', seen.right)
    })
  })
}

function splitBeside(transaction: Y.Transaction, item: Y.Item, side: 'left' | 'right', seen: Set<Y.Item>): void {
  for (let beside: Y.Item | null = item; beside?.deleted === true && !seen.has(beside); beside = beside[side]) {
    seen.add(beside)
    for (let part: Y.Item | null = beside; part !== null && splitAlike(transaction, part); ) part = part.right
  }
}

/**
 * Splits an item and those that it came back as, one after the other, so that their first parts are of one length. Answers whether the item
 * has a second part now.
 */
function splitAlike(transaction: Y.Transaction, item: Y.Item): boolean {
  const same = [item]
  for (let next = item.redone; next !== null; ) {
    const found: unknown = Y.getItemCleanStart(transaction, next)
    // What is garbage has no words any more.
    if (!(found instanceof Y.Item)) return false
    same.push(found)
    next = found.redone
  }
  const whole = item.length
  const length = Math.min(...same.map((one) => one.length))
  for (const one of same) if (one.length > length) Y.getItemCleanStart(transaction, Y.createID(one.id.client, one.id.clock + length))
  return whole > length
}
