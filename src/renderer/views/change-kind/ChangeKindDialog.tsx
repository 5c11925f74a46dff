import { listed } from '@shared/listed'
import { allFields } from '@shared/story/kind'
import { readKeptFields } from '@shared/story/story-doc'
import { useState } from 'react'
import { useApp } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { adoptStatus } from '../../story/status-store'
import { useStorySession } from '../../story/StoryProvider'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { failureOf } from '../../ui/failure'
import { Select } from '../../ui/Field'
import { complain, inform } from '../../ui/notices'
import { closeContentDialog } from '../translations/translation-store'

/** Gives the open story another kind; says what the new kind has no field for. */
export function ChangeKindDialog() {
  const session = useStorySession()
  const kinds = useApp(({ desk }) => desk?.kinds) ?? []
  const before = session.kind
  const [chosen, setChosen] = useState(before.id)
  const [busy, setBusy] = useState(false)
  const kind = kinds.find(({ id }) => id === chosen)
  // Asked of a kind without fields, a story says all that it holds.
  const held = readKeptFields(session.doc, []).map(({ id }) => id)
  const fields = kind?.fields.map(({ id }) => id) ?? []
  const left = allFields(before).filter(({ id }) => held.includes(id) && !fields.includes(id))
  const changed = chosen !== before.id

  const change = async (): Promise<void> => {
    if (!changed || busy) return
    setBusy(true)
    try {
      await session.flush()
      const answer = await ask('story.changeKind', { id: session.id, kind: chosen })
      if (!answer.ok) return complain(answer.error)
      adoptStatus(answer.value)
      inform(`This is a story of the kind ‘${kind?.label ?? chosen}’ now.`)
      closeContentDialog()
    } catch (error) {
      complain(failureOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      title="Change kind"
      about="The story keeps all that it holds. What was approved stays approved as it was."
      width={440}
      onClose={closeContentDialog}
      onSubmit={() => void change()}
      foot={
        <>
          <Button onClick={closeContentDialog}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={changed ? busy && 'The kind is being changed.' : `It is ‘${before.label}’ already.`}>
            Change kind
          </Button>
        </>
      }
    >
      <Select label="Kind" value={chosen} options={kinds.map(({ id, label }) => ({ value: id, label }))} onChange={(event) => setChosen(kinds.find(({ id }) => id === event.target.value)?.id ?? before.id)} />
      {changed && left.length > 0 && (
        <p role="status">
          {kind?.label} has no field for {listed(left.map(({ label }) => `‘${label}’`))}. What the story holds there is kept below its details, and is not published.
        </p>
      )}
    </Dialog>
  )
}
