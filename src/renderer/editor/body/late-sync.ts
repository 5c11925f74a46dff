import { Extension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Plugin, type PluginView } from '@tiptap/pm/state'
import { storyBody } from '@shared/story/story-doc'
import type { StorySession } from '../../story/story-session'
import { typedLetter } from './typed-letter'

/**
 * What is typed reaches the story's document a moment after the frame that shows it: telling Yjs of a letter costs about as much as
 * drawing it. Only single letters wait; whatever else happens to the text, or to the document, first brings it up to date
 * (`StorySession.settle`), so steps of the history, merges and saving see the same documents as without waiting.
 */
export function lateSync(session: StorySession): Extension[] {
  const waiting: Waiting = { isTyping: false }
  return [
    Collaboration.extend({
      addProseMirrorPlugins() {
        const [sync, ...others] = this.parent?.() ?? []
        if (sync === undefined) return others
        sync.spec.view = syncingLater(sync, session, waiting)
        return [sync, ...others]
      },
    }).configure({ fragment: storyBody(session.doc), yUndoOptions: { undoManager: session.history } }),
    Extension.create({ name: 'lateSync', priority: 2000, addProseMirrorPlugins: () => [beforeOthers(session, waiting)] }),
  ]
}

interface Waiting {
  /** Whether the change that is on its way into the text is a letter that was typed. */
  isTyping: boolean
}

/** The view of y-tiptap's plugin, which tells the document of every state at once, told of some states later. */
function syncingLater(sync: Plugin, session: StorySession, waiting: Waiting): NonNullable<Plugin['spec']['view']> {
  const original = sync.spec.view
  return (view) => {
    const own: PluginView = original?.call(sync, view) ?? {}
    let isBehind = false
    const tell = (): void => {
      if (!isBehind) return
      isBehind = false
      own.update?.(view, view.state)
    }
    session.onSettle(tell)
    return {
      update(_view, before) {
        const { isTyping } = waiting
        waiting.isTyping = false
        if (before.doc === view.state.doc) return
        isBehind = true
        if (isTyping && !view.composing) session.settleSoon()
        else tell()
      },
      destroy() {
        tell()
        own.destroy?.()
      },
    }
  }
}

/** Looks at each transaction before it is applied: what is no letter finds the document up to date. */
function beforeOthers(session: StorySession, waiting: Waiting): Plugin {
  return new Plugin({
    filterTransaction(transaction) {
      session.settle()
      if (transaction.docChanged) waiting.isTyping = typedLetter(transaction) !== null
      return true
    },
  })
}
