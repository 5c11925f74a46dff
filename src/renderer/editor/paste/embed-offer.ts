import { embedPage, embedProvider } from '@shared/document/embed-provider'
import { isWebAddress } from '@shared/document/web-address'
import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { create } from 'zustand'
import type { StorySession } from '../../story/story-session'
import { offerKey } from './markdown-offer'

/** An address that was just pasted into a paragraph of its own, and could be a card. */
interface Offer {
  readonly view: EditorView
  /** Before the paragraph. */
  readonly position: number
  readonly address: string
}

/** The offer to show what was pasted as a card; null when there is none. It ends with the next change of the text. */
export const useEmbedOffer = create<{ readonly offer: Offer | null }>(() => ({ offer: null }))
export const endEmbedOffer = (): void => useEmbedOffer.setState({ offer: null })

/** Puts the card in the place of the address, as a step of its own: undo gives back the address. */
export function takeEmbedOffer(session: StorySession): void {
  const { offer } = useEmbedOffer.getState()
  if (offer === null) return
  const { view, position, address } = offer
  const paragraph = view.state.doc.nodeAt(position)
  const embed = view.state.schema.nodes['embed']?.create({ address: embedPage(address) })
  endEmbedOffer()
  if (paragraph === null || embed === undefined || paragraph.textContent.trim() !== address) return
  session.startStep()
  const tr = view.state.tr.replaceWith(position, position + paragraph.nodeSize, embed)
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, position)).scrollIntoView())
  session.startStep()
  view.focus()
}

/** Pasted into an empty paragraph, the address of a film or a post stays a link, and is offered as a card. Nobody is asked what is there. */
export const embedOffer = (session: StorySession): Extension =>
  Extension.create({
    name: 'embedOffer',
    priority: 1940,
    addKeyboardShortcuts() {
      const open = (): boolean => useEmbedOffer.getState().offer?.view === this.editor.view
      return {
        [offerKey]: () => {
          if (!open()) return false
          takeEmbedOffer(session)
          return true
        },
        Escape: () => {
          if (!open()) return false
          endEmbedOffer()
          return true
        },
      }
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey('embedOffer'),
        props: {
          handlePaste(view, event) {
            const address = event.clipboardData?.getData('text/plain').trim() ?? ''
            const { $from, empty } = view.state.selection
            if (!empty || $from.parent.type.name !== 'paragraph' || $from.parent.content.size > 0 || !isWebAddress(address) || embedProvider(address).name === null) return false
            const link = view.state.schema.marks['link']
            const tr = view.state.tr.insert($from.pos, view.state.schema.text(address, link ? [link.create({ href: address })] : []))
            view.dispatch(tr.setSelection(TextSelection.create(tr.doc, $from.pos + address.length)).scrollIntoView())
            useEmbedOffer.setState({ offer: { view, position: $from.before(), address } })
            return true
          },
        },
        view: () => ({
          update(view, before) {
            const { offer } = useEmbedOffer.getState()
            if (offer?.view === view && view.state.doc !== before.doc) endEmbedOffer()
          },
          destroy: endEmbedOffer,
        }),
      }),
    ],
  })
