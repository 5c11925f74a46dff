import { storyLinkOf, type StoryLink } from '@shared/document/story-link'
import type { Editor } from '@tiptap/core'
import { Copy, CornerDownRight, ExternalLink, Pencil, Unlink } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { showStory } from '../../../app/app-store'
import { ask } from '../../../app/bridge'
import { useStoryRow } from '../../../story/use-story-row'
import { useStorySession } from '../../../story/StoryProvider'
import { IconButton } from '../../../ui/Button'
import { copyText } from '../../../ui/copy-text'
import { complain, inform } from '../../../ui/notices'
import { StateChip } from '../../../ui/StateChip'
import { removeLink } from '../../body/links/apply-link'
import { goToHeading } from '../../body/links/go-to-heading'
import { headingsIn } from '../../body/links/headings'
import { editLink } from '../../body/links/link-editing'
import { openAtHeading } from '../../body/links/open-at-heading'
import { Floating } from '../Floating'
import { textAnchor } from '../text-anchor'

interface LinkCardProps {
  readonly editor: Editor
  readonly from: number
  readonly to: number
  readonly address: string
}

/** Where the link with the cursor leads, and what can be done with it. */
export function LinkCard({ editor, from, to, address }: LinkCardProps) {
  const session = useStorySession()
  const anchor = useMemo(() => textAnchor(editor, from, to), [editor, from, to])
  const story = storyLinkOf(address)
  const heading = address.startsWith('#') ? address.slice(1) : story !== null && story.story === session.id ? story.heading : null
  const copy = (): void => {
    copyText(address)
    editor.view.focus()
    inform('The address is on the clipboard.')
  }
  const open = (): void => {
    if (heading !== null) return void (goToHeading(editor, heading) || inform('There is no heading of these words any more.'))
    if (story !== null) {
      if (story.heading !== null) openAtHeading(story.story, story.heading)
      return showStory(story.story)
    }
    void ask('link.openExternal', { address }).then((answer) => answer.ok || complain(answer.error))
  }
  return (
    <Floating anchor={anchor} placement="bottom-start" role="group" aria-label="Link" onMouseDown={(event) => event.preventDefault()}>
      <div className="floating__bar link-card">
        {heading !== null ? <Heading editor={editor} id={heading} /> : story !== null ? <Story link={story} /> : <bdi className="link-card__address">{address}</bdi>}
        <IconButton icon={heading === null ? ExternalLink : CornerDownRight} label={heading !== null ? 'Go to the heading' : story !== null ? 'Open the story' : 'Open link'} size="small" onClick={open} />
        <IconButton icon={Copy} label="Copy address" size="small" onClick={copy} />
        <IconButton icon={Pencil} label="Edit link" size="small" onClick={() => editLink(editor)} />
        <IconButton icon={Unlink} label="Remove link" size="small" onClick={() => removeLink(editor, session.startStep)} />
      </div>
    </Floating>
  )
}

function Heading({ editor, id }: { readonly editor: Editor; readonly id: string }): ReactNode {
  const heading = headingsIn(editor.state.doc).find((other) => other.id === id)
  return (
    <span className="link-card__address">
      {heading === undefined ? <span className="link-card__gone">This heading is gone</span> : <bdi className="link-card__words">{heading.words}</bdi>}
    </span>
  )
}

function Story({ link }: { readonly link: StoryLink }): ReactNode {
  const row = useStoryRow(link.story)
  if (row === null) return <span className="link-card__address link-card__gone">This story is not on this desk</span>
  return (
    <>
      <bdi className="link-card__address link-card__words">{row?.headline || (row && 'Untitled')}</bdi>
      {row && <StateChip state={row.state} />}
    </>
  )
}
