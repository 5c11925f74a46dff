import './links.css'
import { getMarkRange, type Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { endLinkEditing, useLinkEditing } from '../../body/links/link-editing'
import { useEmbedOffer } from '../../paste/embed-offer'
import { useTextState } from '../../use-text-state'
import { LinkBox } from './LinkBox'
import { LinkCard } from './LinkCard'

/** The link that the cursor is in, or the box in which it is said where it leads. */
export function LinkPopover({ editor }: { readonly editor: Editor }) {
  const { from, to, address } = useTextState(editor, linkAtCursor)
  const editing = useLinkEditing((state) => state.editor === editor)
  // What was just pasted is offered as a card first, in the same place.
  const offered = useEmbedOffer(({ offer }) => offer?.view === editor.view)
  useEffect(() => endLinkEditing, [])
  if (editing) return <LinkBox key={selectionOf(editor)} editor={editor} />
  return address === null || offered ? null : <LinkCard key={address} editor={editor} from={from} to={to} address={address} />
}

const selectionOf = ({ state: { selection } }: Editor): string => `${selection.from}-${selection.to}`

/** The link around the cursor: where it is, and where it leads. Without one, no key changes anything here. */
function linkAtCursor(editor: Editor) {
  const { selection, schema } = editor.state
  const type = schema.marks['link']
  const range = type && selection.empty && editor.isFocused ? getMarkRange(selection.$from, type) : undefined
  if (!range) return { from: 0, to: 0, address: null }
  const href: unknown = editor.getAttributes('link')['href']
  return { from: range.from, to: range.to, address: typeof href === 'string' ? href : null }
}
