import { isSafeLinkAddress } from '@shared/document/link-address'
import { storyLinkAddress, storyLinkOf } from '@shared/document/story-link'
import type { Editor } from '@tiptap/core'
import { useId, useMemo, useState, type FocusEvent, type FormEvent, type KeyboardEvent } from 'react'
import { useStorySession } from '../../../story/StoryProvider'
import { Button } from '../../../ui/Button'
import { Segments } from '../../../ui/Segments'
import { isWindowBlur } from '../../../ui/window-blur'
import { StoryPicker } from '../../../views/story-picker/StoryPicker'
import { linkAddressFrom } from '../../body/link-address-from'
import { applyLink, removeLink } from '../../body/links/apply-link'
import { headingsIn } from '../../body/links/headings'
import { endLinkEditing } from '../../body/links/link-editing'
import { Floating } from '../Floating'
import { useHeldWords } from '../held-words'
import { textAnchor } from '../text-anchor'
import { HeadingList } from './HeadingList'

type Way = 'web' | 'story' | 'heading'

const ways = [
  { value: 'web', label: 'Web', hint: 'An address on the web, a mailbox, a telephone' },
  { value: 'story', label: 'Story', hint: 'Another story of this desk, wherever it is published' },
  { value: 'heading', label: 'Heading', hint: 'A place in this story' },
] as const

/** Where a link leads: to an address, to another story of the desk, or to a heading of this one. */
export function LinkBox({ editor }: { readonly editor: Editor }) {
  const session = useStorySession()
  const { from, to } = editor.state.selection
  const [before] = useState(() => {
    const href: unknown = editor.getAttributes('link')['href']
    return typeof href === 'string' ? href : null
  })
  const [way, setWay] = useState<Way>(before === null ? 'web' : wayOf(before))
  const anchor = useMemo(() => textAnchor(editor, from, to), [editor, from, to])
  useHeldWords(editor, from, to)
  const id = useId()
  const finish = (): void => {
    endLinkEditing()
    editor.view.focus()
  }
  const link = (href: string, words: string): void => {
    applyLink(editor, session.startStep, href, words)
    finish()
  }
  const hear = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    finish()
  }
  const left = (event: FocusEvent): void => {
    if (!isWindowBlur(event) && (event.relatedTarget === null || !event.currentTarget.contains(event.relatedTarget))) endLinkEditing()
  }
  const headings = way === 'heading' ? headingsIn(editor.state.doc) : []
  return (
    <Floating anchor={anchor} placement="bottom-start" takesFocus>
      <div className="link-box" role="group" aria-label="Link" onKeyDown={hear} onBlur={left} onMouseDown={(event) => event.target instanceof Element && event.target.closest('input, button') === null && event.preventDefault()}>
        <Segments label="Where it leads" value={way} options={ways} onChange={setWay} />
        {way === 'web' && (
          <AddressForm
            first={before !== null && wayOf(before) === 'web' ? before : ''}
            isNew={before === null}
            onLink={(href) => link(href, href)}
            onRemove={() => {
              removeLink(editor, session.startStep)
              finish()
            }}
          />
        )}
        {way === 'story' && (
          <div className="link-box__story">
            <label className="visually-hidden" htmlFor={id}>
              Story
            </label>
            <StoryPicker id={id} label="Stories of this desk" placeholder="Find a story by its words" excluded={[session.id]} onChoose={(row) => link(storyLinkAddress({ story: row.id, heading: null }), row.headline || 'Untitled')} />
          </div>
        )}
        {way === 'heading' && <HeadingList headings={headings} chosen={before?.startsWith('#') === true ? before.slice(1) : null} onChoose={({ id: heading, words }) => link(`#${heading}`, words)} />}
      </div>
    </Floating>
  )
}

function wayOf(address: string): Way {
  if (address.startsWith('#')) return 'heading'
  return storyLinkOf(address) === null ? 'web' : 'story'
}

function AddressForm({ first, isNew, onLink, onRemove }: { readonly first: string; readonly isNew: boolean; readonly onLink: (href: string) => void; readonly onRemove: () => void }) {
  const [address, setAddress] = useState(first)
  const [refused, setRefused] = useState('')
  const apply = (event: FormEvent): void => {
    event.preventDefault()
    const target = linkAddressFrom(address)
    if (target === '') return onRemove()
    if (!isSafeLinkAddress(target)) return setRefused('Copydesk takes web, mail and telephone addresses only.')
    onLink(target)
  }
  return (
    <form onSubmit={apply}>
      <div className="link-box__row">
        <input
          className="control"
          aria-label="Address"
          aria-invalid={refused !== '' || undefined}
          aria-describedby={refused === '' ? undefined : 'link-refused'}
          dir="ltr"
          spellCheck={false}
          placeholder="https://… or name@example.org"
          data-first
          value={address}
          onChange={(event) => {
            setAddress(event.target.value)
            setRefused('')
          }}
        />
        <Button type="submit" look="primary">
          {isNew ? 'Add link' : 'Change'}
        </Button>
      </div>
      {refused !== '' && (
        <p className="link-box__refused" id="link-refused" role="alert">
          {refused}
        </p>
      )}
    </form>
  )
}
