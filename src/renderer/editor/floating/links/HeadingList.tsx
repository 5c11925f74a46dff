import { useState, type KeyboardEvent } from 'react'
import type { HeadingInText } from '../../body/links/headings'

interface HeadingListProps {
  readonly headings: readonly HeadingInText[]
  /** The id of the one that the link leads to now. */
  readonly chosen: string | null
  readonly onChoose: (heading: HeadingInText) => void
}

/** The headings of the story as a list: one stop in the tab order, arrows and Return choose. */
export function HeadingList({ headings, chosen, onChoose }: HeadingListProps) {
  const [active, setActive] = useState(() => Math.max(0, headings.findIndex(({ id }) => id === chosen)))
  if (headings.length === 0) return <p className="link-box__none">This story has no headings yet.</p>
  const hear = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const heading = headings[active]
    if (step !== undefined) {
      event.preventDefault()
      setActive((at) => (at + step + headings.length) % headings.length)
    } else if (event.key === 'Enter' && heading) {
      event.preventDefault()
      onChoose(heading)
    }
  }
  return (
    <div className="heading-list" role="listbox" aria-label="Headings of this story" tabIndex={0} aria-activedescendant={`heading-option-${active}`} onKeyDown={hear}>
      {headings.map((heading, at) => (
        <div
          key={heading.id}
          id={`heading-option-${at}`}
          role="option"
          aria-selected={at === active}
          className={`heading-list__one heading-list__one--${heading.level}`}
          ref={(element) => {
            if (at === active) element?.scrollIntoView({ block: 'nearest' })
          }}
          onMouseMove={() => setActive(at)}
          onClick={() => onChoose(heading)}
        >
          <bdi>{heading.words || 'Empty heading'}</bdi>
        </div>
      ))}
    </div>
  )
}
