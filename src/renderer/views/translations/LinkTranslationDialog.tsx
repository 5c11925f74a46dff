import type { StoryRow } from '@shared/ipc'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { ask } from '../../app/bridge'
import { nativeName } from '../../editor/language'
import { useStorySession } from '../../story/StoryProvider'
import { Button, IconButton } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { failureOf } from '../../ui/failure'
import { Field } from '../../ui/Field'
import { complain, inform } from '../../ui/notices'
import { StoryPicker } from '../story-picker/StoryPicker'
import { closeContentDialog } from './translation-store'

/** Says that the open story and another one are translations of one another. */
export function LinkTranslationDialog({ row }: { readonly row: StoryRow }) {
  const session = useStorySession()
  const [other, setOther] = useState<StoryRow | null>(null)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState('')
  const id = useId()

  const link = async (): Promise<void> => {
    setAsked(true)
    if (other === null || busy) return
    setBusy(true)
    try {
      await session.flush()
      const answer = await ask('story.linkTranslation', { id: session.id, other: other.id })
      if (!answer.ok) return setRefused(answer.error.message)
      inform(`Linked with ‘${other.headline || 'Untitled'}’.`)
      closeContentDialog()
    } catch (error) {
      complain(failureOf(error))
    } finally {
      setBusy(false)
    }
  }
  const error = refused !== '' ? refused : asked && other === null ? 'Choose a story.' : undefined
  return (
    <Dialog
      title="Link as a translation of…"
      about="Both stories then show each other’s language. Their decisions stay their own."
      width={480}
      onClose={closeContentDialog}
      onSubmit={() => void link()}
      foot={
        <>
          <Button onClick={closeContentDialog}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={busy && 'The stories are being linked.'}>
            Link
          </Button>
        </>
      }
    >
      <Field id={id} label="The other story" error={error}>
        {other === null ? (
          <StoryPicker
            id={id}
            label="Stories"
            placeholder="Find a story by its words"
            autofocus
            excluded={[session.id, ...row.translations.map((one) => one.id)]}
            onChoose={(found) => {
              setOther(found)
              setRefused('')
            }}
          />
        ) : (
          <div className="linked-story">
            <span className="linked-story__headline" dir="auto">
              {other.headline || 'Untitled'}
            </span>
            <span className="linked-story__language">{other.language === '' ? 'No language yet' : nativeName(other.language)}</span>
            <IconButton icon={X} label="Choose another story" size="small" onClick={() => setOther(null)} />
          </div>
        )}
      </Field>
    </Dialog>
  )
}
