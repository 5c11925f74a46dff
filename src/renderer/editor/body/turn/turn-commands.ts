import type { ChainedCommands, Editor } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { CommandHandlers } from '../../../app/command-registry'
import type { StorySession } from '../../../story/story-session'
import { leaveFootnote } from '../footnote-keys'
import { applyAsOneStep } from '../one-step'
import { inCallout, withoutCallout } from './callout-turns'
import { listTurnedInto } from './list-turns'
import { asPullQuote, nodeAround, withoutPullQuote } from './quote-turns'

/** What the selected blocks can be turned into; the same again turns them back. Each is one step of the history. */
export function turnCommands(session: StorySession, editor: Editor): CommandHandlers {
  /** A footnote holds words alone, and a pull quote no blocks: both are left first. */
  const turn = (how: (chain: ChainedCommands) => ChainedCommands): void => {
    leaveFootnote(editor)
    session.startStep()
    how(editor.chain().focus().command(({ tr }) => withoutPullQuote(tr) || true)).run()
    session.startStep()
  }
  const replace = (turned: (state: EditorState) => Transaction | null): boolean => applyAsOneStep(session, editor, turned(editor.state))
  const list = (name: 'bulletList' | 'orderedList' | 'taskList', otherwise: (chain: ChainedCommands) => ChainedCommands) => (): void => {
    const type = editor.schema.nodes[name]
    if (type === undefined || !replace((state) => listTurnedInto(state, type))) turn(otherwise)
  }
  const isIn = (name: string): boolean => nodeAround(editor.state.selection.$from, name) !== null
  return {
    'block.paragraph': () => (isIn('pullQuote') ? turn((chain) => chain) : turn((chain) => chain.clearNodes())),
    'block.heading2': () => turn((chain) => chain.toggleHeading({ level: 2 })),
    'block.heading3': () => turn((chain) => chain.toggleHeading({ level: 3 })),
    'block.heading4': () => turn((chain) => chain.toggleHeading({ level: 4 })),
    'block.bulletList': list('bulletList', (chain) => chain.toggleBulletList()),
    'block.orderedList': list('orderedList', (chain) => chain.toggleOrderedList()),
    'block.taskList': list('taskList', (chain) => chain.toggleTaskList()),
    'block.quote': () => turn((chain) => chain.toggleBlockquote()),
    'block.code': () => turn((chain) => chain.toggleCodeBlock()),
    'block.pullQuote': () => {
      leaveFootnote(editor)
      if (isIn('pullQuote')) turn((chain) => chain)
      else replace(asPullQuote)
    },
    'block.callout': () => {
      leaveFootnote(editor)
      replace(isIn('callout') ? withoutCallout : inCallout)
    },
  }
}
