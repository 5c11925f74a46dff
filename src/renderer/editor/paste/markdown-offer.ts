import { Extension } from '@tiptap/core'
import { Node, Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { create } from 'zustand'
import type { StorySession } from '../../story/story-session'
import { looksLikeMarkdown } from './looks-like-markdown'

/** A text that was just pasted as it is, and could be more. */
interface Offer {
  readonly view: EditorView
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The offer to turn what was pasted into formatted text; null when there is none. It ends with the next change of the text. */
export const useMarkdownOffer = create<{ readonly offer: Offer | null }>(() => ({ offer: null }))
export const endOffer = (): void => useMarkdownOffer.setState({ offer: null })

/** The key that takes the offer, as ProseMirror writes it and as people read it. */
export const offerKey = 'Alt-Enter'

/** Pastes plain text that looks like Markdown as it is, and offers to format it. Answers whether it did. */
export function offerFormatting(view: EditorView, event: ClipboardEvent, slice: Slice): boolean {
  const data = event.clipboardData
  const text = data?.getData('text/plain') ?? ''
  const { $from } = view.state.selection
  if (data === null || data.getData('text/html') !== '' || $from.parent.type.spec.code === true || $from.parent.type.name === 'footnote' || !looksLikeMarkdown(text)) return false
  const { from, to } = view.state.selection
  // Not as a paste: single signs in it would be turned into marks at once, and the rest stay as they are.
  const tr = view.state.tr.replaceSelection(slice).scrollIntoView()
  view.dispatch(tr)
  useMarkdownOffer.setState({ offer: { view, from: tr.mapping.map(from, -1), to: tr.mapping.map(to, 1), text } })
  return true
}

/** Puts the formatted text where the plain one is, as a step of its own: undo gives back the plain text. */
export async function takeOffer(session: StorySession): Promise<void> {
  const { offer } = useMarkdownOffer.getState()
  if (offer === null) return
  const { view, from, to, text } = offer
  const { doc } = view.state
  // Reading Markdown needs a good deal of code that most stories never ask for.
  const { fromMarkdown } = await import('@shared/markdown/parse')
  if (view.isDestroyed || view.state.doc !== doc) return endOffer()
  const body = Node.fromJSON(view.state.schema, fromMarkdown(text).body)
  const { content } = body
  const single = content.childCount === 1 && content.firstChild?.type.name === 'paragraph'
  session.startStep()
  view.dispatch(view.state.tr.replaceRange(from, to, single ? new Slice(content, 1, 1) : new Slice(content, 0, 0)).scrollIntoView())
  session.startStep()
  endOffer()
  view.focus()
}

export const markdownOffer = (session: StorySession): Extension =>
  Extension.create({
    name: 'markdownOffer',
    priority: 1950,
    addKeyboardShortcuts() {
      const open = (): boolean => useMarkdownOffer.getState().offer?.view === this.editor.view
      return {
        [offerKey]: () => {
          if (!open()) return false
          void takeOffer(session)
          return true
        },
        Escape: () => {
          if (!open()) return false
          endOffer()
          return true
        },
      }
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey('markdownOffer'),
        view: () => ({
          update(view, before) {
            const { offer } = useMarkdownOffer.getState()
            if (offer?.view === view && view.state.doc !== before.doc) endOffer()
          },
          destroy: endOffer,
        }),
      }),
    ],
  })
