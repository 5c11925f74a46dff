import './new-story.css'
import type { Kind } from '@shared/story/kind'
import { useState } from 'react'
import { closeOverlay, showStory, showView, useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { complain } from '../../ui/notices'
import { clearFilter } from '../story-list/list-filter'
import { lookAtStart } from '../story-list/story-rows'
import { aboutKind } from './about-kinds'
import { useNewStory } from './new-story-store'

/** Chooses the kind of a new story; the headline may come later. */
export function NewStoryDialog() {
  const kinds = useApp(({ desk }) => desk?.kinds) ?? []
  const proposed = useNewStory((state) => state.kind)
  const [kind, setKind] = useState(kinds.find(({ id }) => id === proposed) ?? kinds[0])
  const [headline, setHeadline] = useState('')
  const [busy, setBusy] = useState(false)

  const create = async (): Promise<void> => {
    if (kind === undefined || busy) return
    setBusy(true)
    const answer = await ask('story.create', { kind: kind.id, headline: headline.trim() })
    setBusy(false)
    if (!answer.ok) return complain(answer.error)
    useNewStory.setState({ kind: kind.id })
    clearFilter()
    if (useApp.getState().view !== 'all') showView('myDrafts')
    lookAtStart()
    showStory(answer.value.id)
    closeOverlay()
  }
  return (
    <Dialog
      title="New story"
      width={560}
      onClose={closeOverlay}
      onSubmit={() => void create()}
      foot={
        <>
          <Button onClick={closeOverlay}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={kind === undefined ? 'This desk has no kinds of story.' : busy && 'The story is being made.'}>
            Create
          </Button>
        </>
      }
    >
      <fieldset className="kind-cards">
        <legend className="field__label">Kind</legend>
        {kinds.map((one) => (
          <KindCard key={one.id} kind={one} chosen={one.id === kind?.id} onChoose={() => setKind(one)} />
        ))}
      </fieldset>
      <TextField label="Headline" value={headline} dir="auto" maxLength={300} placeholder="You can write it later" onChange={(event) => setHeadline(event.target.value)} />
    </Dialog>
  )
}

function KindCard({ kind, chosen, onChoose }: { readonly kind: Kind; readonly chosen: boolean; readonly onChoose: () => void }) {
  const about = aboutKind(kind.id)
  return (
    <div className="kind-card">
      <input type="radio" name="kind" aria-label={kind.label} aria-describedby={about ? `about-${kind.id}` : undefined} checked={chosen} onChange={onChoose} data-autofocus={chosen || undefined} />
      <span className="kind-card__label">{kind.label}</span>
      {about && (
        <span className="kind-card__about" id={`about-${kind.id}`}>
          {about}
        </span>
      )}
    </div>
  )
}
