import './clear-dialog.css'
import type { Clearance } from '@shared/clearance/clearance'
import { partNames } from '@shared/clearance/in-words'
import { useRef, useState } from 'react'
import { whoCleared } from '../../../editor/clearances/clearances-of-text'
import { useStorySession } from '../../../story/StoryProvider'
import { useWordsFor } from '../../../story/words-for'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { TextArea } from '../../../ui/Field'
import { inform } from '../../../ui/notices'
import { actOnStory } from '../../workflow/act'
import { closeClearing } from './clearing'

/** Takes a clearance back: what it was of is not cleared any more. That it was given, and why it was taken back, stays in the history. */
export function TakeBackDialog({ clearance }: { readonly clearance: Clearance }) {
  const session = useStorySession()
  const [reason, setReason] = useWordsFor(`unclear ${clearance.event}`)
  const [asked, setAsked] = useState(false)
  const underWay = useRef(false)
  const missing = reason.trim() === ''
  const takeBack = async (): Promise<void> => {
    setAsked(true)
    if (missing || underWay.current) return
    underWay.current = true
    const done = await actOnStory(session, { type: 'unclear', clearance: clearance.event, reason: reason.trim() })
    underWay.current = false
    if (!done) return
    setReason('')
    closeClearing()
    inform('The clearance was taken back.')
  }
  return (
    <Dialog
      title="Take back the clearance"
      about={`The ${partNames[clearance.part.kind]} that ${whoCleared(clearance)} cleared will not be cleared any more. The history keeps both.`}
      onClose={closeClearing}
      onSubmit={() => void takeBack()}
      foot={
        <>
          <Button onClick={closeClearing}>Cancel</Button>
          <Button look="danger" type="submit">
            Take back
          </Button>
        </>
      }
    >
      {clearance.part.excerpt !== '' && (
        <blockquote className="said clear-dialog__words" dir="auto">
          {clearance.part.excerpt}
        </blockquote>
      )}
      <TextArea label="Reason" required value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} error={asked && missing ? 'Say why it is taken back.' : undefined} rows={3} autoFocus />
    </Dialog>
  )
}
