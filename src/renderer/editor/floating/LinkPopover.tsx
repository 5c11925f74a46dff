import { isSafeLinkAddress } from '@shared/document/link-address'
import { getMarkRange, type Editor } from '@tiptap/core'
import { ExternalLink, Pencil, Unlink } from 'lucide-react'
import { useEffect, useMemo, useState, type FormEvent, type KeyboardEvent } from 'react'
import { ask } from '../../app/bridge'
import { Button, IconButton } from '../../ui/Button'
import { complain } from '../../ui/notices'
import { editLink, endLinkEditing, useLinkEditing } from '../body/link-editing'
import { linkAddressFrom } from '../body/link-address-from'
import { useTextState } from '../use-text-state'
import { Floating } from './Floating'
import { textAnchor } from './text-anchor'

/** The link that the cursor is in, or the box in which its address is written. */
export function LinkPopover({ editor }: { readonly editor: Editor }) {
  const { from, to, address } = useTextState(editor, linkAtCursor)
  const editing = useLinkEditing((state) => state.editor === editor)
  useEffect(() => endLinkEditing, [])
  if (editing) return <AddressBox key={`${from}-${to}`} editor={editor} />
  return address === null ? null : <LinkCard editor={editor} from={from} to={to} address={address} />
}

function LinkCard({ editor, from, to, address }: { readonly editor: Editor; readonly from: number; readonly to: number; readonly address: string }) {
  const anchor = useMemo(() => textAnchor(editor, from, to), [editor, from, to])
  const open = async (): Promise<void> => {
    const answer = await ask('link.openExternal', { address })
    if (!answer.ok) complain(answer.error)
  }
  return (
    <Floating anchor={anchor} placement="bottom-start" role="group" aria-label="Link" onMouseDown={(event) => event.preventDefault()}>
      <div className="floating__bar link-card">
        <bdi className="link-card__address">{address}</bdi>
        <IconButton icon={ExternalLink} label="Open link" size="small" onClick={() => void open()} />
        <IconButton icon={Pencil} label="Edit link" size="small" onClick={() => editLink(editor)} />
        <IconButton icon={Unlink} label="Remove link" size="small" onClick={() => editor.chain().focus().extendMarkRange('link').unsetLink().run()} />
      </div>
    </Floating>
  )
}

function AddressBox({ editor }: { readonly editor: Editor }) {
  const { from, to } = editor.state.selection
  const before: unknown = editor.getAttributes('link')['href']
  const [address, setAddress] = useState(typeof before === 'string' ? before : '')
  const [refused, setRefused] = useState('')
  const anchor = useMemo(() => textAnchor(editor, from, to), [editor, from, to])
  const finish = (): void => {
    endLinkEditing()
    editor.view.focus()
  }
  const apply = (event: FormEvent): void => {
    event.preventDefault()
    const target = linkAddressFrom(address)
    if (target === '') {
      editor.chain().focus().extendMarkRange('link').unsetLink().run()
      return finish()
    }
    if (!isSafeLinkAddress(target)) return setRefused('Copydesk takes web, mail and telephone addresses only.')
    if (from === to && before === undefined) editor.chain().focus().insertContent({ type: 'text', text: target, marks: [{ type: 'link', attrs: { href: target } }] }).run()
    else editor.chain().focus().setLink({ href: target }).setTextSelection(to).run()
    finish()
  }
  const hear = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    finish()
  }
  return (
    <Floating anchor={anchor} placement="bottom-start">
      <form className="link-box" aria-label="Link" onSubmit={apply} onKeyDown={hear}>
        <div className="link-box__row">
          <input
            className="control"
            aria-label="Address"
            aria-invalid={refused !== '' || undefined}
            aria-describedby={refused === '' ? undefined : 'link-refused'}
            dir="ltr"
            spellCheck={false}
            placeholder="https://… or name@example.org"
            autoFocus
            value={address}
            onChange={(event) => {
              setAddress(event.target.value)
              setRefused('')
            }}
            onBlur={(event) => event.currentTarget.form?.contains(event.relatedTarget) === false && endLinkEditing()}
          />
          <Button type="submit" look="primary">
            {before === undefined ? 'Add link' : 'Change'}
          </Button>
        </div>
        {refused !== '' && (
          <p className="link-box__refused" id="link-refused" role="alert">
            {refused}
          </p>
        )}
      </form>
    </Floating>
  )
}

/** The link around the cursor: where it is, and where it leads. */
function linkAtCursor(editor: Editor) {
  const { selection, schema } = editor.state
  const type = schema.marks['link']
  const range = type && selection.empty && editor.isFocused ? getMarkRange(selection.$from, type) : undefined
  if (!range) return { from: selection.from, to: selection.to, address: null }
  const href: unknown = editor.getAttributes('link')['href']
  return { from: range.from, to: range.to, address: typeof href === 'string' ? href : null }
}
