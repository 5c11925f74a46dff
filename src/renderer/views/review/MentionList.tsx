import { mentionBeingTyped, mentionsOffered, type Mentionable } from '@shared/comments/mentions'
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useApp } from '../../app/app-store'
import { Avatar } from '../identity/Avatar'
import { changeDraft, type CommentDraft, type DraftPlace } from './comment-draft'

/** The members that fit what is being typed behind an @. */
export interface Mentioning {
  readonly id: string
  readonly offered: readonly Mentionable[]
  readonly index: number
  readonly attributes: { readonly 'aria-autocomplete': 'list'; readonly 'aria-controls': string | undefined; readonly 'aria-activedescendant': string | undefined }
  /** Takes the keys that are for the list. */
  readonly hear: (event: KeyboardEvent) => boolean
  /** Looks where the cursor is now. */
  readonly look: () => void
  readonly leave: () => void
  readonly choose: (member: Mentionable) => void
}

export function useMentioning(box: RefObject<HTMLTextAreaElement | null>, place: DraftPlace, draft: CommentDraft | null): Mentioning {
  const id = useId()
  const members = useApp(({ desk }) => desk?.members)
  const me = useApp(({ desk }) => desk?.currentMember)
  const [typed, setTyped] = useState<ReturnType<typeof mentionBeingTyped>>(null)
  const [index, setIndex] = useState(0)
  const [dismissed, setDismissed] = useState<number | null>(null)
  /** Where the cursor goes once the name is in the box; the next key may come right after. */
  const cursor = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (cursor.current !== null) box.current?.setSelectionRange(cursor.current, cursor.current)
    cursor.current = null
  })
  const others = members?.filter((member) => member.id !== me) ?? []
  const offered = typed === null || typed.from === dismissed ? [] : mentionsOffered(typed.prefix, others)
  const at = Math.min(index, offered.length - 1)

  const look = (): void => {
    const { current } = box
    const next = current === null || current.selectionStart !== current.selectionEnd ? null : mentionBeingTyped(current.value, current.selectionStart)
    if (next?.from === typed?.from && next?.prefix === typed?.prefix) return
    setTyped(next)
    setIndex(0)
    if (next?.from !== dismissed) setDismissed(null)
  }
  const choose = (member: Mentionable): void => {
    const { current } = box
    if (current === null || draft === null || typed === null) return
    const before = `${draft.text.slice(0, typed.from)}@${member.name} `
    const text = before + draft.text.slice(current.selectionStart).replace(/^ /, '')
    changeDraft(place, { text, mentioned: [...draft.mentioned.filter((other) => other !== member.id), member.id] })
    setTyped(null)
    cursor.current = before.length
    current.focus()
  }
  const hear = (event: KeyboardEvent): boolean => {
    const member = offered[at]
    if (member === undefined || event.ctrlKey || event.metaKey || event.altKey) return false
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setIndex((at + (event.key === 'ArrowDown' ? 1 : -1) + offered.length) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(member)
    else if (event.key === 'Escape') setDismissed(typed?.from ?? null)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  const open = offered.length > 0
  return {
    id,
    offered,
    index: at,
    attributes: { 'aria-autocomplete': 'list', 'aria-controls': open ? id : undefined, 'aria-activedescendant': open ? `${id}-${at}` : undefined },
    hear,
    look,
    leave: () => setTyped(null),
    choose,
  }
}

/** The panel scrolls to the list when it opens: below the box it may begin where the window ends. */
const bringIntoSight = (list: HTMLElement | null): void => list?.scrollIntoView({ block: 'nearest' })

export function MentionList({ mentioning: { id, offered, index, choose } }: { readonly mentioning: Mentioning }) {
  if (offered.length === 0) return null
  return (
    <ul ref={bringIntoSight} className="mention-list" id={id} role="listbox" aria-label="Members to mention">
      {offered.map((member, at) => (
        // The box keeps the focus: keys are heard there.
        <li key={member.id} id={`${id}-${at}`} role="option" aria-selected={at === index} className="mention-list__one" onMouseDown={(event) => event.preventDefault()} onClick={() => choose(member)}>
          <Avatar name={member.name} size={20} />
          <span dir="auto">{member.name}</span>
        </li>
      ))}
    </ul>
  )
}
